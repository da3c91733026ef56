package dev.partnerauth.testkit.assertions;

import static dev.partnerauth.testkit.assertions.AuthAssertions.assertThat;
import static dev.partnerauth.testkit.assertions.Samples.IN_TWO_HOURS;
import static dev.partnerauth.testkit.assertions.Samples.NOW;
import static dev.partnerauth.testkit.assertions.Samples.anInterviewsPurpose;
import static dev.partnerauth.testkit.assertions.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.purpose.StandardPurposes;
import dev.partnerauth.token.TokenInspection;
import dev.partnerauth.token.TokenKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InspectionsTest {

  private static final String THE_JWT = "\n  Jwt[SERVICE, 0 and 0 members]";
  private static final String NOTHING = "\n  Opaque[reason=no JWT]";

  private final TokenInspection opaque = new TokenInspection.Opaque("no JWT");
  private final TokenInspection jwt =
      new TokenInspection.Jwt(
          Map.of(),
          Map.of(),
          List.of("rocketlawyer.com/service-tokens"),
          Optional.empty(),
          Optional.of(IN_TWO_HOURS),
          Optional.of(anInterviewsPurpose()),
          true);

  @Test
  void itFoundNothing() {
    assertThat(opaque).foundNothing();
  }

  @Test
  void aJwtIsToldWhereItShouldHaveFoundNothing() {
    String message = message(() -> assertThat(jwt).foundNothing());

    assertThat(message)
        .isEqualTo("Expected the inspection to have found nothing, but it found a JWT:" + THE_JWT);
  }

  @Test
  void itFoundAKindOfToken() {
    assertThat(jwt).found(TokenKind.SERVICE);
  }

  @Test
  void anotherKindIsTold() {
    String message = message(() -> assertThat(jwt).found(TokenKind.ACCESS));

    assertThat(message)
        .isEqualTo("Expected the inspection to have found ACCESS, but it found SERVICE:" + THE_JWT);
  }

  @Test
  void itFoundAnExpiration() {
    assertThat(jwt).foundExpiration(IN_TWO_HOURS);
  }

  @Test
  void anotherExpirationIsTold() {
    String message = message(() -> assertThat(jwt).foundExpiration(NOW));

    assertThat(message)
        .isEqualTo(
            "Expected the inspection to have found expiration 2026-03-01T12:00:00Z,"
                + " but it found 2026-03-01T14:00:00Z:"
                + THE_JWT);
  }

  @Test
  void itFoundAPurpose() {
    assertThat(jwt).foundPurpose(StandardPurposes.INTERVIEW);
  }

  @Test
  void anAbsentPurposeIsTold() {
    String message = message(() -> assertThat(opaque).foundPurpose(StandardPurposes.INTERVIEW));

    assertThat(message)
        .isEqualTo(
            "Expected the inspection to have found purpose api.rocketlawyer.com/rocketdoc,"
                + " but it found none:"
                + NOTHING);
  }
}
