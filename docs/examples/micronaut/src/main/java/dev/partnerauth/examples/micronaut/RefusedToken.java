package dev.partnerauth.examples.micronaut;

import io.micronaut.http.client.exceptions.HttpClientResponseException;

/** The call did nothing, and there is another token to make it with. */
final class RefusedToken extends HttpClientResponseException {

  private static final long serialVersionUID = 1L;

  RefusedToken(HttpClientResponseException refusal) {
    super("The token was refused", refusal.getResponse());
  }
}
