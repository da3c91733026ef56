package dev.partnerauth.scope;

import static dev.partnerauth.Samples.aParty;
import static dev.partnerauth.Samples.anInterview;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerauth.scope.ScopeViolation.Reason;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScopeViolationsTest {

  private static final Scope INTERVIEW = new Scope.Interview(anInterview());
  private static final Scope PARTY = new Scope.Party(aParty());

  static Stream<Arguments> violations() {
    return Stream.of(
        arguments(
            new ScopeViolation(INTERVIEW, Operation.LIST_BINDERS, Reason.GENERAL_TOKEN_ONLY),
            "LIST_BINDERS is refused: only the general access token opens it."
                + " Use the general access token."),
        arguments(
            new ScopeViolation(INTERVIEW, Operation.GET_INTERVIEW, Reason.OTHER_INTERVIEW),
            "GET_INTERVIEW is refused: the token is scoped to another interview."
                + " Use the general access token, or one scoped to this interview or to its party."),
        arguments(
            new ScopeViolation(PARTY, Operation.GET_INTERVIEW, Reason.OTHER_PARTYS_INTERVIEW),
            "GET_INTERVIEW is refused: the interview belongs to another party."
                + " Use the general access token, or one scoped to this interview or to its party."),
        arguments(
            new ScopeViolation(PARTY, Operation.GET_DOCUMENT, Reason.NOT_FOR_PARTIES),
            "GET_DOCUMENT is refused: the token is scoped to a party, not to an interview."
                + " Use the general access token, or one scoped to the document's interview."),
        arguments(
            new ScopeViolation(INTERVIEW, Operation.GET_BINDER, Reason.NOT_FOR_INTERVIEWS),
            "GET_BINDER is refused: the token is scoped to an interview, not to a party of the"
                + " binder."
                + " Use the general access token, or one scoped to a party of this binder."),
        arguments(
            new ScopeViolation(PARTY, Operation.DECLINE, Reason.NOT_A_PARTY),
            "DECLINE is refused: the token's party does not belong to the binder."
                + " Use the general access token, or one scoped to a SIGNER of this binder."),
        arguments(
            new ScopeViolation(PARTY, Operation.INVITE, Reason.ROLE_MISSING),
            "INVITE is refused: the token's party does not have the role in the binder."
                + " Use the general access token, or one scoped to the OWNER of this binder."));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void aRefusalSaysWhyAndWhichTokenWouldDo(ScopeViolation violation, String description) {
    assertThat(violation.describe()).isEqualTo(description);
  }

  @Test
  void somePicturesNeedNoToken() {
    assertThat(Operation.GET_TEMPLATE_PREVIEW.access().sufficientToken())
        .isEqualTo("no token at all");
  }

  @Test
  void everyMissingFactHasItsDescription() {
    assertThat(
            Arrays.stream(MissingFact.values())
                .collect(Collectors.toMap(fact -> fact, MissingFact::description)))
        .isEqualTo(
            java.util.Map.of(
                MissingFact.RESOURCE, "which resource the operation touches",
                MissingFact.INTERVIEW_PARTY, "to which party the interview belongs",
                MissingFact.DOCUMENT_INTERVIEW, "to which interview the document belongs",
                MissingFact.BINDER_PARTIES, "the parties of the binder and their roles",
                MissingFact.TOKEN_CLAIMS, "the purpose and claims of the token",
                MissingFact.PURPOSE_MEANING, "what the token's purpose opens"));
  }
}
