package dev.partnerauth.examples.jakartarest;

import dev.partnerauth.Delegation;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.examples.jakartarest.RateLimit.Call;
import dev.partnerauth.failure.AuthException;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceTokenRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;

/** Hands the page of a signed-in owner a token for one interview. CSRF is checked before. */
@Path("/interviews/{interviewId}/token")
@SignedIn
public final class HandOutResource {

  private static final Lifetime LIFETIME = Lifetime.of(Duration.ofMinutes(15));
  private static final Duration MINIMUM_REMAINING = Duration.ofMinutes(5);

  private final Delegation delegation;
  private final Owners owners;
  private final RateLimit rateLimit;

  @Inject
  HandOutResource(Delegation delegation, Owners owners, RateLimit rateLimit) {
    this.delegation = delegation;
    this.owners = owners;
    this.rateLimit = rateLimit;
  }

  public record HandOut(String token, Instant expiresAt) {

    @Override
    public String toString() {
      return "HandOut[expires " + expiresAt + "]";
    }
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public Response handOut(
      @PathParam("interviewId") String interviewId, @Context SecurityContext security) {
    Principal user = security.getUserPrincipal();
    rateLimit.spend(Call.HAND_OUT, user);
    InterviewId interview = owners.interview(interviewId, user).orElseThrow(NotFoundException::new);
    ScopedAccessToken token =
        delegation
            .delegate(ServiceTokenRequest.forInterview(interview, LIFETIME), MINIMUM_REMAINING)
            .getOrElseThrow(AuthException::new);
    return Response.ok(new HandOut(token.reveal(), token.expiresAt()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
