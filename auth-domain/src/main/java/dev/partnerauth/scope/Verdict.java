package dev.partnerauth.scope;

/**
 * What {@link ScopeRules} say about a token and an operation.
 *
 * @since 0.1.0
 */
public sealed interface Verdict {

  record Allowed() implements Verdict {}

  record Refused(ScopeViolation violation) implements Verdict {}

  /** Neither yes nor no can be said without this fact. */
  record DependsOn(MissingFact fact) implements Verdict {}

  static Verdict allowed() {
    return new Allowed();
  }

  static Verdict dependsOn(MissingFact fact) {
    return new DependsOn(fact);
  }
}
