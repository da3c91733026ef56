package dev.partnerauth.testkit.assertions;

import dev.partnerauth.scope.MissingFact;
import dev.partnerauth.scope.Operation;
import dev.partnerauth.scope.Resource;
import dev.partnerauth.scope.Scope;
import dev.partnerauth.scope.ScopeRules;
import dev.partnerauth.scope.ScopeViolation.Reason;
import dev.partnerauth.scope.Verdict;

/**
 * What a token opens, by the platform's published rules.
 *
 * @since 0.1.0
 */
public final class ScopeAssert extends DomainAssert<ScopeAssert, Scope> {

  ScopeAssert(Scope scope) {
    super("the scope", scope, ScopeAssert.class);
  }

  public ScopeAssert allows(Operation operation, Resource resource) {
    Verdict verdict = verdict(operation, resource);
    return expect(
        verdict instanceof Verdict.Allowed,
        "to allow " + on(operation, resource),
        Findings.verdict(verdict));
  }

  /** That the rules say no, whatever the reason; a missing fact is no refusal. */
  public ScopeAssert refuses(Operation operation, Resource resource) {
    Verdict verdict = verdict(operation, resource);
    return expect(
        verdict instanceof Verdict.Refused,
        "to refuse " + on(operation, resource),
        Findings.verdict(verdict));
  }

  public ScopeAssert refusesBecause(Reason reason, Operation operation, Resource resource) {
    Verdict verdict = verdict(operation, resource);
    return expect(
        VerdictAssert.isRefused(verdict, reason),
        "to refuse " + on(operation, resource) + " since " + reason.description(),
        Findings.verdict(verdict));
  }

  /** That the rules can say neither yes nor no without this fact. */
  public ScopeAssert leavesOpenFor(MissingFact fact, Operation operation, Resource resource) {
    Verdict verdict = verdict(operation, resource);
    return expect(
        verdict.equals(Verdict.dependsOn(fact)),
        "to leave " + on(operation, resource) + " open for " + fact.description(),
        Findings.verdict(verdict));
  }

  private Verdict verdict(Operation operation, Resource resource) {
    return ScopeRules.standard().check(given(), operation, resource);
  }

  private static String on(Operation operation, Resource resource) {
    return operation + " on " + resource;
  }
}
