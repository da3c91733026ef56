package dev.partnerauth.testkit.assertions;

import dev.partnerauth.purpose.Purpose;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.TokenInspection;
import dev.partnerauth.token.TokenKind;
import java.time.Instant;
import java.util.Optional;

/**
 * What could be read from a token's text.
 *
 * @since 0.1.0
 */
public final class TokenInspectionAssert
    extends DomainAssert<TokenInspectionAssert, TokenInspection> {

  TokenInspectionAssert(TokenInspection inspection) {
    super("the inspection", inspection, TokenInspectionAssert.class);
  }

  /** That the text is not a JWT that could be read. */
  public TokenInspectionAssert foundNothing() {
    return expect(
        given() instanceof TokenInspection.Opaque, "to have found nothing", "it found a JWT");
  }

  /** Which of the three tokens it seems to be. */
  public TokenInspectionAssert found(TokenKind kind) {
    return expectEqual(kind, given().kind(), "to have found " + kind, "it found " + given().kind());
  }

  public TokenInspectionAssert foundExpiration(Instant moment) {
    Optional<Instant> expiration = given().expiresAt();
    return expectEqual(
        Optional.of(moment),
        expiration,
        "to have found expiration " + moment,
        expiration.map(other -> "it found " + other).orElse("it found none"));
  }

  /** That it found this purpose, whatever the claims. */
  public TokenInspectionAssert foundPurpose(Purpose purpose) {
    Optional<String> name = given().delegates().map(DelegatedPurpose::name);
    return expectEqual(
        Optional.of(purpose.name()),
        name,
        "to have found purpose " + purpose.name(),
        name.map(other -> "it found " + other).orElse("it found none"));
  }
}
