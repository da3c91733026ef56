package dev.partnerauth.violation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerauth.violation.Violation.Blank;
import dev.partnerauth.violation.Violation.ClaimNotAllowed;
import dev.partnerauth.violation.Violation.ExpirationInThePast;
import dev.partnerauth.violation.Violation.ExpirationTooFar;
import dev.partnerauth.violation.Violation.Malformed;
import dev.partnerauth.violation.Violation.MissingClaim;
import dev.partnerauth.violation.Violation.TooLong;
import dev.partnerauth.violation.Violation.UnknownPurpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ViolationsSayWhatToDoTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  static Stream<Arguments> violations() {
    return Stream.of(
        arguments(new Blank("upid"), "upid", "upid is blank. Give upid a value."),
        arguments(
            new TooLong("upid", 513, 512),
            "upid",
            "upid has 513 characters. Use at most 512 characters."),
        arguments(
            new Malformed("upid", "is odd", "an even one"),
            "upid",
            "upid is odd. Use an even one."),
        arguments(
            new UnknownPurpose("rocketdog", Optional.of("rocketdoc")),
            "purpose",
            "purpose \"rocketdog\" is not registered. Did you mean \"rocketdoc\"?"
                + " A purpose of your own is added with PurposeRegistry.with(purpose)."),
        arguments(
            new UnknownPurpose("zebra", Optional.empty()),
            "purpose",
            "purpose \"zebra\" is not registered."
                + " A purpose of your own is added with PurposeRegistry.with(purpose)."),
        arguments(
            new MissingClaim("sign", "upid"),
            "upid",
            "upid is missing, purpose \"sign\" requires it. Add the claim \"upid\"."),
        arguments(
            new ClaimNotAllowed("sign", "colour", List.of("upid", "owner")),
            "colour",
            "colour is not a claim of purpose \"sign\"."
                + " Leave it out, or use one of: upid, owner."),
        arguments(
            new ClaimNotAllowed("sign", "colour", List.of()),
            "colour",
            "colour is not a claim of purpose \"sign\"."
                + " Leave it out: the purpose takes no claims."),
        arguments(
            new ExpirationInThePast(NOON.minusSeconds(1), NOON),
            "expirationTime",
            "expirationTime is 2026-03-01T11:59:59Z, which is not after 2026-03-01T12:00:00Z."
                + " Use a later expiration, for instance Lifetime.of(Duration.ofHours(2))."),
        arguments(
            new ExpirationTooFar("+12345-01-01T00:00:00Z", LATEST),
            "expirationTime",
            "expirationTime is +12345-01-01T00:00:00Z, which lies beyond 9999-12-31T23:59:59Z."
                + " Use a nearer expiration; check that seconds were not given as milliseconds."));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void everyViolationNamesItsFieldItsProblemAndItsCure(
      Violation violation, String field, String description) {
    assertThat(List.of(violation.field(), violation.describe()))
        .isEqualTo(List.of(field, description));
  }
}
