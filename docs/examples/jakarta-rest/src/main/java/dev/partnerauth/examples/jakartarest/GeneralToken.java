package dev.partnerauth.examples.jakartarest;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.failure.AuthException;
import dev.partnerauth.token.AccessToken;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;

/** Carries the general token: for a client that calls the platform, and nobody else. */
final class GeneralToken implements ClientRequestFilter, ClientResponseFilter {

  private static final String SENT = GeneralToken.class.getName();

  private final PartnerAuth auth;

  GeneralToken(PartnerAuth auth) {
    this.auth = auth;
  }

  @Override
  public void filter(ClientRequestContext request) {
    AccessToken token = auth.accessToken().getOrElseThrow(AuthException::new);
    request.setProperty(SENT, token);
    request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, token.authorizationHeader());
  }

  /** A token that the platform refuses is never served again. */
  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    if (response.getStatus() == Status.UNAUTHORIZED.getStatusCode()
        && request.getProperty(SENT) instanceof AccessToken refused) {
      auth.reject(refused);
    }
  }
}
