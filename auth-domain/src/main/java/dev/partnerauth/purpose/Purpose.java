package dev.partnerauth.purpose;

import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.violation.FieldRule;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a service token may be used for, and the claims it takes for that: a purpose is data,
 * registered with the platform together with its claim names (contract section 3).
 *
 * @param name as registered with the platform, at most 256 characters
 * @param required the claims without which the platform refuses
 * @param optional the further claims that it accepts; every other claim is refused
 * @since 0.1.0
 */
public record Purpose(String name, Set<ClaimName> required, Set<ClaimName> optional) {

  /** The rule for the names of purposes, registered here or not. */
  public static final FieldRule NAME = new FieldRule("purpose", 256);

  public Purpose {
    NAME.require(name);
    required = inOrder(required);
    optional = inOrder(optional);
    if (!Collections.disjoint(required, optional)) {
      throw new IllegalArgumentException(
          "a claim of purpose " + name + " is both required and optional");
    }
  }

  /** A purpose that takes no claims yet. */
  public static Either<Violation, Purpose> of(String name) {
    return NAME.check(name).map(Purpose::named);
  }

  /**
   * A purpose that takes no claims yet, for names that stand in the code.
   *
   * @throws IllegalArgumentException when the name is blank, too long or contains control
   *     characters
   */
  public static Purpose named(String name) {
    return new Purpose(name, Set.of(), Set.of());
  }

  public Purpose requiring(ClaimName... names) {
    return new Purpose(name, union(required, names), optional);
  }

  public Purpose allowing(ClaimName... names) {
    return new Purpose(name, required, union(optional, names));
  }

  public boolean allows(ClaimName claim) {
    return required.contains(claim) || optional.contains(claim);
  }

  /**
   * What is wrong with {@code claims} for this purpose: every claim that is missing, every one that
   * it does not know.
   */
  public List<Violation> violationsOf(Claims claims) {
    return violationsOf(claims.names());
  }

  /** As {@link #violationsOf(Claims)}, of claims whose values are not known, or not yet valid. */
  public List<Violation> violationsOf(Set<ClaimName> made) {
    return Stream.concat(missing(made), notAllowed(made)).toList();
  }

  private Stream<Violation> missing(Set<ClaimName> made) {
    return required.stream()
        .filter(claim -> !made.contains(claim))
        .map(claim -> new Violation.MissingClaim(name, claim.value()));
  }

  private Stream<Violation> notAllowed(Set<ClaimName> made) {
    List<String> allowed =
        Stream.concat(required.stream(), optional.stream()).map(ClaimName::value).toList();
    return made.stream()
        .filter(claim -> !allows(claim))
        .map(claim -> new Violation.ClaimNotAllowed(name, claim.value(), allowed));
  }

  private static Set<ClaimName> union(Set<ClaimName> some, ClaimName... more) {
    Set<ClaimName> union = new LinkedHashSet<>(some);
    Collections.addAll(union, more);
    return union;
  }

  private static Set<ClaimName> inOrder(Set<ClaimName> names) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }
}
