package dev.partnerauth.examples.micronaut;

import dev.partnerauth.Delegation;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.examples.micronaut.RateLimit.Call;
import dev.partnerauth.failure.AuthException;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceTokenRequest;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;

/** Hands the page of a signed-in owner a token for one interview. CSRF is checked before. */
@Controller("/interviews/{interviewId}/token")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HandOutController {

  private static final Lifetime LIFETIME = Lifetime.of(Duration.ofMinutes(15));
  private static final Duration MINIMUM_REMAINING = Duration.ofMinutes(5);

  private final Delegation delegation;
  private final Owners owners;
  private final RateLimit rateLimit;

  HandOutController(Delegation delegation, Owners owners, RateLimit rateLimit) {
    this.delegation = delegation;
    this.owners = owners;
    this.rateLimit = rateLimit;
  }

  @Serdeable
  record HandOut(String token, Instant expiresAt) {

    @Override
    public String toString() {
      return "HandOut[expires " + expiresAt + "]";
    }
  }

  @Post
  HttpResponse<?> handOut(String interviewId, Principal user) {
    rateLimit.spend(Call.HAND_OUT, user);
    return owners
        .interview(interviewId, user)
        .<HttpResponse<?>>map(this::handOut)
        .orElseGet(HttpResponse::notFound);
  }

  private HttpResponse<HandOut> handOut(InterviewId interview) {
    ScopedAccessToken token =
        delegation
            .delegate(ServiceTokenRequest.forInterview(interview, LIFETIME), MINIMUM_REMAINING)
            .getOrElseThrow(AuthException::new);
    return HttpResponse.ok(new HandOut(token.reveal(), token.expiresAt()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
