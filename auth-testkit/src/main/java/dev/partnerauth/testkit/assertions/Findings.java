package dev.partnerauth.testkit.assertions;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.scope.Verdict;
import dev.partnerauth.token.DelegatedPurpose;
import java.time.Instant;
import java.util.Optional;

/** What came instead, as clauses for messages. None has a secret in it. */
final class Findings {

  private Findings() {}

  static String expiration(Optional<Instant> expiration) {
    return expiration.map(when -> "it expires at " + when).orElse("its expiration is not known");
  }

  static String purpose(Optional<DelegatedPurpose> delegates) {
    return delegates
        .map(purpose -> "it delegates " + purpose.name())
        .orElse("its purpose is not known");
  }

  static String verdict(Verdict verdict) {
    if (verdict instanceof Verdict.Refused refused) {
      return "it is refused, since " + refused.violation().reason().description();
    }
    return verdict instanceof Verdict.DependsOn open
        ? "it depends on " + open.fact().description()
        : "it is allowed";
  }

  static String failure(AuthFailure failure) {
    return failure.getClass().getSimpleName() + ": " + failure.describe();
  }
}
