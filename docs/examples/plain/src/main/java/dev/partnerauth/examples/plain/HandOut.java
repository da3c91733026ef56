package dev.partnerauth.examples.plain;

import com.google.gson.JsonObject;
import dev.partnerauth.Delegation;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.Token;
import io.vavr.control.Either;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Hands a page the token for one interview: to whom the interview belongs, not too often, and never
 * to be stored. Whoever comes here is signed in, by a page of ours.
 */
final class HandOut {

  private final Interviews interviews;
  private final RateLimit rateLimit;
  private final Function<InterviewId, Either<AuthFailure, ? extends Token>> tokens;

  private HandOut(
      Interviews interviews,
      RateLimit rateLimit,
      Function<InterviewId, Either<AuthFailure, ? extends Token>> tokens) {
    this.interviews = interviews;
    this.rateLimit = rateLimit;
    this.tokens = tokens;
  }

  /** For a page of yours: a scoped token, which lives ten minutes at least. */
  static HandOut toOwnPage(Interviews interviews, RateLimit rateLimit, Delegation delegation) {
    Lifetime lifetime = Lifetime.of(Duration.ofHours(1));
    return new HandOut(
        interviews,
        rateLimit,
        interview ->
            delegation.delegate(
                ServiceTokenRequest.forInterview(interview, lifetime), Duration.ofMinutes(10)));
  }

  /**
   * For the platform's embedded UX, which exchanges the service token itself, and soon: five to ten
   * minutes.
   */
  static HandOut toEmbeddedUx(Interviews interviews, RateLimit rateLimit, PartnerAuth auth) {
    Lifetime lifetime = Lifetime.of(Duration.ofMinutes(10));
    return new HandOut(
        interviews,
        rateLimit,
        interview ->
            auth.serviceToken(
                ServiceTokenRequest.forInterview(interview, lifetime), Duration.ofMinutes(5)));
  }

  void answer(Call call, Session session, String interviewId) throws IOException {
    if (rateLimit.refuses(call, session)) {
      return;
    }
    Optional<InterviewId> owned = interviews.of(session.user(), interviewId);
    if (owned.isEmpty()) {
      call.answer(404);
      return;
    }
    Either<AuthFailure, ? extends Token> token = tokens.apply(owned.get());
    if (token.isLeft()) {
      Refusals.answer(call, token.getLeft());
      return;
    }
    JsonObject answer = new JsonObject();
    answer.addProperty("token", token.get().reveal());
    token.get().expiration().ifPresent(at -> answer.addProperty("expiresAt", at.toString()));
    call.with("Cache-Control", "no-store").answer(200, answer);
  }
}
