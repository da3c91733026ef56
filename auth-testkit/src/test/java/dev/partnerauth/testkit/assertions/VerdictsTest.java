package dev.partnerauth.testkit.assertions;

import static dev.partnerauth.testkit.assertions.AuthAssertions.assertThat;
import static dev.partnerauth.testkit.assertions.Samples.INTERVIEW;
import static dev.partnerauth.testkit.assertions.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.scope.MissingFact;
import dev.partnerauth.scope.Operation;
import dev.partnerauth.scope.Scope;
import dev.partnerauth.scope.ScopeViolation;
import dev.partnerauth.scope.ScopeViolation.Reason;
import dev.partnerauth.scope.Verdict;
import org.junit.jupiter.api.Test;

class VerdictsTest {

  private final Verdict allowed = Verdict.allowed();
  private final Verdict open = Verdict.dependsOn(MissingFact.RESOURCE);
  private final Verdict refused =
      new Verdict.Refused(
          new ScopeViolation(
              new Scope.Interview(INTERVIEW), Operation.LIST_BINDERS, Reason.GENERAL_TOKEN_ONLY));

  @Test
  void itIsAllowed() {
    assertThat(allowed).isAllowed();
  }

  @Test
  void aRefusalIsToldWhereItShouldBeAllowed() {
    String message = message(() -> assertThat(refused).isAllowed());

    assertThat(message)
        .isEqualTo(
            """
            Expected the verdict to be that it is allowed, but it is refused, since only the general access token opens it:
              LIST_BINDERS is refused: only the general access token opens it. Use the general access token.""");
  }

  @Test
  void itIsRefused() {
    assertThat(refused).isRefused();
  }

  @Test
  void anAllowanceIsToldWhereItShouldBeRefused() {
    String message = message(() -> assertThat(allowed).isRefused());

    assertThat(message)
        .isEqualTo(
            """
            Expected the verdict to be that it is refused, but it is allowed:
              Allowed[]""");
  }

  @Test
  void itIsRefusedForAReason() {
    assertThat(refused).isRefusedBecause(Reason.GENERAL_TOKEN_ONLY);
  }

  @Test
  void anotherReasonIsTold() {
    String message = message(() -> assertThat(refused).isRefusedBecause(Reason.ROLE_MISSING));

    assertThat(message)
        .isEqualTo(
            """
            Expected the verdict to be that it is refused, since the token's party does not have the role in the binder, \
            but it is refused, since only the general access token opens it:
              LIST_BINDERS is refused: only the general access token opens it. Use the general access token.""");
  }

  @Test
  void itDependsOnAFact() {
    assertThat(open).dependsOn(MissingFact.RESOURCE);
  }

  @Test
  void anotherFactIsTold() {
    String message = message(() -> assertThat(open).dependsOn(MissingFact.BINDER_PARTIES));

    assertThat(message)
        .isEqualTo(
            """
            Expected the verdict to be that it depends on the parties of the binder and their roles, \
            but it depends on which resource the operation touches:
              DependsOn[fact=RESOURCE]""");
  }
}
