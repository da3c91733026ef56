package dev.partnerauth.testkit.assertions;

import dev.partnerauth.scope.MissingFact;
import dev.partnerauth.scope.ScopeViolation.Reason;
import dev.partnerauth.scope.Verdict;

/**
 * What the scope rules say about a token and an operation.
 *
 * @since 0.1.0
 */
public final class VerdictAssert extends DomainAssert<VerdictAssert, Verdict> {

  VerdictAssert(Verdict verdict) {
    super("the verdict", verdict, VerdictAssert.class);
  }

  public VerdictAssert isAllowed() {
    return expect(
        given() instanceof Verdict.Allowed, "to be that it is allowed", Findings.verdict(given()));
  }

  /** That it is no, whatever the reason; a missing fact is no refusal. */
  public VerdictAssert isRefused() {
    return expect(
        given() instanceof Verdict.Refused, "to be that it is refused", Findings.verdict(given()));
  }

  public VerdictAssert isRefusedBecause(Reason reason) {
    return expect(
        isRefused(given(), reason),
        "to be that it is refused, since " + reason.description(),
        Findings.verdict(given()));
  }

  /** That it is neither yes nor no without this fact. */
  public VerdictAssert dependsOn(MissingFact fact) {
    return expect(
        given().equals(Verdict.dependsOn(fact)),
        "to be that it depends on " + fact.description(),
        Findings.verdict(given()));
  }

  static boolean isRefused(Verdict verdict, Reason reason) {
    return verdict instanceof Verdict.Refused refused && refused.violation().reason() == reason;
  }

  @Override
  String shown(Verdict verdict) {
    return verdict instanceof Verdict.Refused refused
        ? refused.violation().describe()
        : verdict.toString();
  }
}
