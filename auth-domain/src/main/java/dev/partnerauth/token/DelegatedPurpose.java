package dev.partnerauth.token;

import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.purpose.Purpose;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a service token delegates, and what a scoped access token got from it.
 *
 * @param name the purpose's name, as the platform knows it; it need not be registered here
 * @since 0.1.0
 */
public record DelegatedPurpose(String name, Claims claims) {

  private static final String PURPOSE = "purpose";

  /** The request's other fields, and what the platform adds. */
  private static final Set<String> NOT_CLAIMS =
      Set.of(
          PURPOSE,
          "expirationTime",
          "originalTenantId",
          "originalClientId",
          "partnerId",
          "brandId");

  public DelegatedPurpose {
    Purpose.NAME.require(name);
  }

  /** The name is foreign and may be wrong: printable, not blank, at most 256 characters. */
  public static Either<Violation, DelegatedPurpose> of(String name, Claims claims) {
    return Purpose.NAME.check(name).map(valid -> new DelegatedPurpose(valid, claims));
  }

  /**
   * What the {@code srv} object of a token says (contract section 4), as far as it fits: nothing
   * without a purpose, and no member that could not be a claim.
   */
  public static Optional<DelegatedPurpose> ofServiceData(Map<String, String> members) {
    Claims claims = Claims.none();
    for (Map.Entry<String, String> member : members.entrySet()) {
      Claims before = claims;
      if (!NOT_CLAIMS.contains(member.getKey())) {
        claims =
            ClaimName.of(member.getKey())
                .flatMap(name -> before.and(name, member.getValue()))
                .getOrElse(before);
      }
    }
    Claims made = claims;
    return Optional.ofNullable(members.get(PURPOSE))
        .flatMap(name -> of(name, made).toJavaOptional());
  }
}
