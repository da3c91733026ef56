package dev.partnerauth.token;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Inspected tokens, shaped like the published samples. */
final class InspectionSamples {

  private InspectionSamples() {}

  static TokenInspection.Jwt serviceTokenUntil(Instant expiration, DelegatedPurpose delegates) {
    return new TokenInspection.Jwt(
        Map.of("typ", "JWT", "alg", "HS256"),
        Map.of("iss", "rocketlawyer.com", "srv.owner", "user1"),
        List.of("rocketlawyer.com/service-tokens"),
        Optional.empty(),
        Optional.of(expiration),
        Optional.of(delegates),
        false);
  }

  static TokenInspection.Jwt of(List<String> audience, Optional<DelegatedPurpose> delegates) {
    return new TokenInspection.Jwt(
        Map.of("alg", "HS256"),
        Map.of("srv.owner", "user1"),
        audience,
        Optional.empty(),
        Optional.empty(),
        delegates,
        true);
  }
}
