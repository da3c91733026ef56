package dev.partnerauth.token;

import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.purpose.Purpose;
import dev.partnerauth.purpose.PurposeRegistry;
import dev.partnerauth.violation.InvalidRequest;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A service token request made of texts that are not yet checked. Immutable: each step gives a new
 * draft.
 *
 * @since 0.1.0
 */
public final class ServiceTokenRequestDraft {

  /** A name and a value as they were given. */
  record Claim(String name, String value) {}

  private final PurposeRegistry registry;
  private final String purpose;
  private final Lifetime lifetime;
  private final List<Claim> claims;

  ServiceTokenRequestDraft(
      PurposeRegistry registry, String purpose, Lifetime lifetime, List<Claim> claims) {
    this.registry = registry;
    this.purpose = purpose;
    this.lifetime = lifetime;
    this.claims = List.copyOf(claims);
  }

  public ServiceTokenRequestDraft claim(String name, String value) {
    List<Claim> more = new ArrayList<>(claims);
    more.add(new Claim(name, value));
    return new ServiceTokenRequestDraft(registry, purpose, lifetime, more);
  }

  /**
   * The request, or everything that is wrong with it: the purpose, each claim's name and value,
   * each claim that the purpose misses or does not know, the expiration.
   *
   * @param now the moment against which the expiration is judged
   */
  public Either<InvalidRequest, ServiceTokenRequest> build(Instant now) {
    List<Violation> violations = new ArrayList<>();
    Either<Violation, Purpose> registered = registry.find(purpose);
    registered.peekLeft(violations::add);
    Claims made = claims(violations);
    registered.forEach(known -> violations.addAll(known.violationsOf(named())));
    lifetime.expirationAt(now).peekLeft(violations::add);
    return violations.isEmpty()
        ? Either.right(new ServiceTokenRequest(registered.get(), made, lifetime))
        : Either.left(new InvalidRequest(violations));
  }

  private Claims claims(List<Violation> violations) {
    Claims made = Claims.none();
    for (Claim claim : claims) {
      Claims before = made;
      made =
          ClaimName.of(claim.name())
              .flatMap(name -> add(before, name, claim.value()))
              .peekLeft(violations::add)
              .getOrElse(before);
    }
    return made;
  }

  private static Either<Violation, Claims> add(Claims claims, ClaimName name, String value) {
    return claims.names().contains(name)
        ? Either.left(new Violation.Malformed(name.value(), "is given twice", "one value for it"))
        : claims.and(name, value);
  }

  /** By name: a claim whose value is wrong is not missing, but may be one too many. */
  private Set<ClaimName> named() {
    return claims.stream()
        .flatMap(claim -> ClaimName.of(claim.name()).toJavaStream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
