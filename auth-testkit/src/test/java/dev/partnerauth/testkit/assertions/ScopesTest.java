package dev.partnerauth.testkit.assertions;

import static dev.partnerauth.scope.Operation.GET_BINDER;
import static dev.partnerauth.scope.Operation.GET_INTERVIEW;
import static dev.partnerauth.scope.Operation.LIST_BINDERS;
import static dev.partnerauth.testkit.assertions.AuthAssertions.assertThat;
import static dev.partnerauth.testkit.assertions.Samples.BINDER;
import static dev.partnerauth.testkit.assertions.Samples.INTERVIEW;
import static dev.partnerauth.testkit.assertions.Samples.PARTY;
import static dev.partnerauth.testkit.assertions.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.scope.MissingFact;
import dev.partnerauth.scope.Resource;
import dev.partnerauth.scope.Scope;
import dev.partnerauth.scope.ScopeViolation.Reason;
import org.junit.jupiter.api.Test;

class ScopesTest {

  private static final String THE_INTERVIEW =
      "\n  Interview[interviewId=InterviewId[value=interview-1]]";

  private final Scope scope = new Scope.Interview(INTERVIEW);
  private final Resource own = Resource.interview(INTERVIEW);
  private final Resource another = Resource.interview(new InterviewId("interview-2"));

  @Test
  void itAllowsAnOperation() {
    assertThat(scope).allows(GET_INTERVIEW, own);
  }

  @Test
  void aRefusalIsToldWhereItShouldAllow() {
    String message = message(() -> assertThat(scope).allows(LIST_BINDERS, Resource.none()));

    assertThat(message)
        .isEqualTo(
            "Expected the scope to allow LIST_BINDERS on None[],"
                + " but it is refused, since only the general access token opens it:"
                + THE_INTERVIEW);
  }

  @Test
  void itRefusesAnOperation() {
    assertThat(scope).refuses(GET_INTERVIEW, another);
  }

  @Test
  void anAllowanceIsToldWhereItShouldRefuse() {
    String message = message(() -> assertThat(scope).refuses(GET_INTERVIEW, own));

    assertThat(message)
        .isEqualTo(
            "Expected the scope to refuse GET_INTERVIEW on"
                + " Interview[id=InterviewId[value=interview-1], party=Optional.empty],"
                + " but it is allowed:"
                + THE_INTERVIEW);
  }

  @Test
  void aMissingFactIsNoRefusal() {
    String message = message(() -> assertThat(scope).refuses(GET_INTERVIEW, Resource.none()));

    assertThat(message)
        .isEqualTo(
            "Expected the scope to refuse GET_INTERVIEW on None[],"
                + " but it depends on which resource the operation touches:"
                + THE_INTERVIEW);
  }

  @Test
  void itRefusesForAReason() {
    assertThat(scope).refusesBecause(Reason.OTHER_INTERVIEW, GET_INTERVIEW, another);
  }

  @Test
  void anotherReasonIsTold() {
    String message =
        message(
            () ->
                assertThat(scope)
                    .refusesBecause(Reason.OTHER_INTERVIEW, LIST_BINDERS, Resource.none()));

    assertThat(message)
        .isEqualTo(
            "Expected the scope to refuse LIST_BINDERS on None[]"
                + " since the token is scoped to another interview,"
                + " but it is refused, since only the general access token opens it:"
                + THE_INTERVIEW);
  }

  @Test
  void itLeavesOpenWhatDependsOnAFact() {
    assertThat((Scope) new Scope.Party(PARTY))
        .leavesOpenFor(MissingFact.BINDER_PARTIES, GET_BINDER, Resource.binder(BINDER));
  }

  @Test
  void aVerdictIsToldWhereItShouldLeaveItOpen() {
    String message =
        message(
            () ->
                assertThat(scope)
                    .leavesOpenFor(MissingFact.RESOURCE, LIST_BINDERS, Resource.none()));

    assertThat(message)
        .isEqualTo(
            "Expected the scope to leave LIST_BINDERS on None[] open for"
                + " which resource the operation touches,"
                + " but it is refused, since only the general access token opens it:"
                + THE_INTERVIEW);
  }
}
