package dev.partnerauth.examples.micronaut;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.retry.annotation.RetryPredicate;

/** A call that was answered 401 did nothing: it is made once more, with the next token. */
final class RefusedToken implements RetryPredicate {

  @Override
  public boolean test(Throwable thrown) {
    return thrown instanceof HttpClientResponseException refusal
        && refusal.getStatus() == HttpStatus.UNAUTHORIZED;
  }
}
