package dev.partnerauth.token;

import static dev.partnerauth.Samples.NOW;
import static dev.partnerauth.Samples.interviewDelegated;
import static dev.partnerauth.token.TokenKind.ACCESS;
import static dev.partnerauth.token.TokenKind.SCOPED_ACCESS;
import static dev.partnerauth.token.TokenKind.SERVICE;
import static dev.partnerauth.token.TokenKind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InspectionsTest {

  private static final String ACCESS_TOKENS = "rocketlawyer.com/access-tokens";
  private static final String SERVICE_TOKENS = "rocketlawyer.com/service-tokens";
  private static final Optional<DelegatedPurpose> NOTHING = Optional.empty();
  private static final Optional<DelegatedPurpose> INTERVIEW = Optional.of(interviewDelegated());

  static Stream<Arguments> kinds() {
    return Stream.of(
        arguments(List.of(SERVICE_TOKENS), INTERVIEW, SERVICE),
        arguments(List.of(SERVICE_TOKENS), NOTHING, SERVICE),
        arguments(List.of(ACCESS_TOKENS), NOTHING, ACCESS),
        arguments(List.of(ACCESS_TOKENS), INTERVIEW, SCOPED_ACCESS),
        arguments(List.of("elsewhere", ACCESS_TOKENS), NOTHING, ACCESS),
        arguments(List.of("elsewhere", SERVICE_TOKENS), INTERVIEW, SERVICE),
        arguments(List.of("elsewhere"), INTERVIEW, UNKNOWN),
        arguments(List.of(), NOTHING, UNKNOWN));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void audienceAndPurposeTellWhichTokenItSeemsToBe(
      List<String> audience, Optional<DelegatedPurpose> delegates, TokenKind kind) {
    assertThat(InspectionSamples.of(audience, delegates).kind()).isEqualTo(kind);
  }

  @Test
  void aJwtPrintsNoForeignText() {
    assertThat(InspectionSamples.of(List.of(SERVICE_TOKENS), INTERVIEW))
        .hasToString("Jwt[SERVICE, 1 and 1 members]");
  }

  @Test
  void nothingIsKnownOfAnOpaqueToken() {
    TokenInspection opaque = new TokenInspection.Opaque("no dots");

    assertThat(List.of(opaque.kind(), opaque.expiresAt(), opaque.delegates()))
        .isEqualTo(List.of(UNKNOWN, Optional.empty(), Optional.empty()));
  }

  @Test
  void aJwtTellsItsExpirationAndPurpose() {
    TokenInspection jwt = InspectionSamples.serviceTokenUntil(NOW, interviewDelegated());

    assertThat(List.of(jwt.kind(), jwt.expiresAt(), jwt.delegates()))
        .isEqualTo(List.of(SERVICE, Optional.of(NOW), INTERVIEW));
  }
}
