package dev.partnerauth.examples.jakartarest;

import dev.partnerauth.http.bearer.BearerDecisions;
import dev.partnerauth.http.bearer.CarriedToken;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/** Carries the general token to the platform, and gets over a refused one. */
final class GeneralToken implements ClientRequestFilter, ClientResponseFilter {

  private static final String SENT = GeneralToken.class.getName();

  /** In bytes: only the beginning tells why a call was refused. */
  private static final int LONGEST_REFUSAL = 64 * 1024;

  private final BearerDecisions decisions;

  GeneralToken(BearerDecisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public void filter(ClientRequestContext request) throws IOException {
    boolean authorized = request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION);
    Optional<CarriedToken> token =
        decisions
            .before(request.getMethod(), request.getUri(), authorized)
            .toCompletableFuture()
            .join()
            .getOrElseThrow(reason -> reason);
    token.ifPresent(
        carried -> {
          request.setProperty(SENT, carried);
          request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, carried.authorizationHeader());
        });
  }

  /**
   * Whoever called makes the body anew, so any call can be repeated.
   *
   * @throws RefusedToken if there is another token to repeat it with
   */
  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response)
      throws IOException {
    if (response.getStatus() == Status.UNAUTHORIZED.getStatusCode()
        && response.hasEntity()
        && request.getProperty(SENT) instanceof CarriedToken sent) {
      byte[] answer = response.getEntityStream().readNBytes(LONGEST_REFUSAL);
      response.setEntityStream(new ByteArrayInputStream(answer));
      if (decisions
          .afterUnauthorized(sent, answer, true)
          .toCompletableFuture()
          .join()
          .isPresent()) {
        throw new RefusedToken();
      }
    }
  }
}
