package dev.partnerauth.scope;

import static dev.partnerauth.Samples.aParty;
import static dev.partnerauth.Samples.anInterview;
import static dev.partnerauth.Samples.anotherInterview;
import static dev.partnerauth.Samples.anotherParty;
import static dev.partnerauth.scope.Operation.*;
import static dev.partnerauth.scope.PartyRole.OWNER;
import static dev.partnerauth.scope.PartyRole.SIGNER;
import static dev.partnerauth.scope.PartyRole.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerauth.claim.BinderId;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.scope.ScopeViolation.Reason;
import dev.partnerauth.token.DelegatedPurpose;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table of contract section 5, transcribed by hand. */
class ScopeRulesTest {

  /** Every operation, under the name of the table below that says who may. */
  private static final Map<String, List<Operation>> CONTRACT =
      Map.of(
          "nobody needs a token",
          List.of(GET_TEMPLATE_PREVIEW, GET_TEMPLATE_THUMBNAIL),
          "general token only",
          List.of(
              LIST_TEMPLATES,
              GET_TEMPLATE,
              GET_TAGGED_ANSWER_MODEL,
              CREATE_INTERVIEW,
              LIST_INTERVIEWS,
              CREATE_BINDER,
              LIST_BINDERS,
              DELETE_BINDER,
              LOCK_BINDER,
              UNLOCK_BINDER,
              USE_EVENTS),
          "its own interview, or its own party's",
          List.of(
              GET_INTERVIEW,
              DELETE_INTERVIEW,
              GET_INTERVIEW_PAGE,
              ANSWER_INTERVIEW_PAGE,
              COMPLETE_INTERVIEW,
              GET_TAGGED_ANSWERS,
              SUBMIT_TAGGED_ANSWERS,
              UPDATE_INTERVIEW),
          "its own interview's document",
          List.of(CREATE_DOCUMENT, GET_DOCUMENT),
          "any party of the binder",
          List.of(
              GET_BINDER, GET_BINDER_STATUS, GET_BINDER_DOCUMENT, GET_BINDER_DOCUMENT_PAGE, SIGN),
          "a party with role SIGNER",
          List.of(DECLINE),
          "the OWNER party only",
          List.of(
              LIST_PARTIES,
              UPDATE_BINDER,
              ADD_PARTY,
              UPDATE_PARTY,
              REMOVE_PARTY,
              ADD_BINDER_DOCUMENT,
              REPLACE_BINDER_DOCUMENT,
              UPDATE_BINDER_DOCUMENT,
              REMOVE_BINDER_DOCUMENT,
              ADD_INPUT,
              UPDATE_INPUT,
              REMOVE_INPUT,
              FINALISE,
              INVITE,
              CANCEL,
              REMIND,
              ADD_VIEWERS));

  private static final Map<String, Scope> SCOPES =
      inOrder(
          Map.entry("application", new Scope.Application()),
          Map.entry("interview", new Scope.Interview(anInterview())),
          Map.entry("party", new Scope.Party(aParty())),
          Map.entry("custom", new Scope.Custom(new DelegatedPurpose("mine", Claims.none()))),
          Map.entry("unknown", new Scope.Unknown()));

  private static final Resource.Binder BINDER = Resource.binder(new BinderId("binder-1"));

  private static final Map<String, Resource> RESOURCES =
      inOrder(
          Map.entry("nothing", Resource.none()),
          Map.entry("own interview", Resource.interview(anInterview())),
          Map.entry("own interview of own party", Resource.interview(anInterview()).of(aParty())),
          Map.entry(
              "own interview of other party", Resource.interview(anInterview()).of(anotherParty())),
          Map.entry("other interview", Resource.interview(anotherInterview())),
          Map.entry(
              "other interview of own party", Resource.interview(anotherInterview()).of(aParty())),
          Map.entry(
              "other interview of other party",
              Resource.interview(anotherInterview()).of(anotherParty())),
          Map.entry("some document", Resource.document()),
          Map.entry("own interview's document", Resource.documentOf(anInterview())),
          Map.entry("other interview's document", Resource.documentOf(anotherInterview())),
          Map.entry("some binder", BINDER),
          Map.entry("binder as owner", BINDER.with(aParty(), OWNER).with(anotherParty(), SIGNER)),
          Map.entry("binder as signer", BINDER.with(aParty(), SIGNER).with(anotherParty(), OWNER)),
          Map.entry(
              "binder as viewer",
              BINDER.with(aParty(), VIEWER).with(anotherParty(), OWNER, SIGNER)),
          Map.entry("binder as owner and signer", BINDER.with(aParty(), OWNER, SIGNER)),
          Map.entry("binder of others", BINDER.with(anotherParty(), OWNER, SIGNER)));

  private static final String NOBODY_NEEDS_A_TOKEN =
      """
      anything | yes | yes | yes | yes | yes
      """;

  private static final String GENERAL_TOKEN_ONLY =
      """
      anything | yes | no GENERAL_TOKEN_ONLY | no GENERAL_TOKEN_ONLY | no GENERAL_TOKEN_ONLY | no GENERAL_TOKEN_ONLY
      """;

  private static final String OWN_INTERVIEW =
      """
      nothing                        | yes | ? RESOURCE         | ? RESOURCE                | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      own interview                  | yes | yes                | ? INTERVIEW_PARTY         | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      own interview of own party     | yes | yes                | yes                       | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      own interview of other party   | yes | yes                | no OTHER_PARTYS_INTERVIEW | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      other interview                | yes | no OTHER_INTERVIEW | ? INTERVIEW_PARTY         | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      other interview of own party   | yes | no OTHER_INTERVIEW | yes                       | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      other interview of other party | yes | no OTHER_INTERVIEW | no OTHER_PARTYS_INTERVIEW | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      some document                  | yes | ? RESOURCE         | ? RESOURCE                | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      own interview's document       | yes | ? RESOURCE         | ? RESOURCE                | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      other interview's document     | yes | ? RESOURCE         | ? RESOURCE                | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      some binder                    | yes | ? RESOURCE         | ? RESOURCE                | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      binder as owner                | yes | ? RESOURCE         | ? RESOURCE                | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      binder as signer               | yes | ? RESOURCE         | ? RESOURCE                | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      binder as viewer               | yes | ? RESOURCE         | ? RESOURCE                | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      binder as owner and signer     | yes | ? RESOURCE         | ? RESOURCE                | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      binder of others               | yes | ? RESOURCE         | ? RESOURCE                | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      """;

  private static final String OWN_INTERVIEWS_DOCUMENT =
      """
      nothing                        | yes | ? DOCUMENT_INTERVIEW | no NOT_FOR_PARTIES | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      own interview                  | yes | ? DOCUMENT_INTERVIEW | no NOT_FOR_PARTIES | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      own interview of own party     | yes | ? DOCUMENT_INTERVIEW | no NOT_FOR_PARTIES | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      own interview of other party   | yes | ? DOCUMENT_INTERVIEW | no NOT_FOR_PARTIES | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      other interview                | yes | ? DOCUMENT_INTERVIEW | no NOT_FOR_PARTIES | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      other interview of own party   | yes | ? DOCUMENT_INTERVIEW | no NOT_FOR_PARTIES | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      other interview of other party | yes | ? DOCUMENT_INTERVIEW | no NOT_FOR_PARTIES | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      some document                  | yes | ? DOCUMENT_INTERVIEW | no NOT_FOR_PARTIES | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      own interview's document       | yes | yes                  | no NOT_FOR_PARTIES | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      other interview's document     | yes | no OTHER_INTERVIEW   | no NOT_FOR_PARTIES | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      some binder                    | yes | ? DOCUMENT_INTERVIEW | no NOT_FOR_PARTIES | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      binder as owner                | yes | ? DOCUMENT_INTERVIEW | no NOT_FOR_PARTIES | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      binder as signer               | yes | ? DOCUMENT_INTERVIEW | no NOT_FOR_PARTIES | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      binder as viewer               | yes | ? DOCUMENT_INTERVIEW | no NOT_FOR_PARTIES | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      binder as owner and signer     | yes | ? DOCUMENT_INTERVIEW | no NOT_FOR_PARTIES | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      binder of others               | yes | ? DOCUMENT_INTERVIEW | no NOT_FOR_PARTIES | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      """;

  /** What every rule about parties says of everything that is not a binder with known parties. */
  private static final String WITHOUT_PARTIES =
      """
      nothing                        | yes | no NOT_FOR_INTERVIEWS | ? RESOURCE       | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      own interview                  | yes | no NOT_FOR_INTERVIEWS | ? RESOURCE       | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      own interview of own party     | yes | no NOT_FOR_INTERVIEWS | ? RESOURCE       | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      own interview of other party   | yes | no NOT_FOR_INTERVIEWS | ? RESOURCE       | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      other interview                | yes | no NOT_FOR_INTERVIEWS | ? RESOURCE       | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      other interview of own party   | yes | no NOT_FOR_INTERVIEWS | ? RESOURCE       | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      other interview of other party | yes | no NOT_FOR_INTERVIEWS | ? RESOURCE       | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      some document                  | yes | no NOT_FOR_INTERVIEWS | ? RESOURCE       | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      own interview's document       | yes | no NOT_FOR_INTERVIEWS | ? RESOURCE       | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      other interview's document     | yes | no NOT_FOR_INTERVIEWS | ? RESOURCE       | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      some binder                    | yes | no NOT_FOR_INTERVIEWS | ? BINDER_PARTIES | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
      """;

  private static final String ANY_PARTY =
      WITHOUT_PARTIES
          + """
          binder as owner            | yes | no NOT_FOR_INTERVIEWS | yes             | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
          binder as signer           | yes | no NOT_FOR_INTERVIEWS | yes             | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
          binder as viewer           | yes | no NOT_FOR_INTERVIEWS | yes             | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
          binder as owner and signer | yes | no NOT_FOR_INTERVIEWS | yes             | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
          binder of others           | yes | no NOT_FOR_INTERVIEWS | no NOT_A_PARTY  | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
          """;

  private static final String SIGNER_PARTY =
      WITHOUT_PARTIES
          + """
          binder as owner            | yes | no NOT_FOR_INTERVIEWS | no ROLE_MISSING | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
          binder as signer           | yes | no NOT_FOR_INTERVIEWS | yes             | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
          binder as viewer           | yes | no NOT_FOR_INTERVIEWS | no ROLE_MISSING | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
          binder as owner and signer | yes | no NOT_FOR_INTERVIEWS | yes             | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
          binder of others           | yes | no NOT_FOR_INTERVIEWS | no NOT_A_PARTY  | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
          """;

  private static final String OWNER_PARTY =
      WITHOUT_PARTIES
          + """
          binder as owner            | yes | no NOT_FOR_INTERVIEWS | yes             | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
          binder as signer           | yes | no NOT_FOR_INTERVIEWS | no ROLE_MISSING | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
          binder as viewer           | yes | no NOT_FOR_INTERVIEWS | no ROLE_MISSING | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
          binder as owner and signer | yes | no NOT_FOR_INTERVIEWS | yes             | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
          binder of others           | yes | no NOT_FOR_INTERVIEWS | no NOT_A_PARTY  | ? PURPOSE_MEANING | ? TOKEN_CLAIMS
          """;

  private static final Map<String, String> TABLES =
      Map.of(
          "nobody needs a token", NOBODY_NEEDS_A_TOKEN,
          "general token only", GENERAL_TOKEN_ONLY,
          "its own interview, or its own party's", OWN_INTERVIEW,
          "its own interview's document", OWN_INTERVIEWS_DOCUMENT,
          "any party of the binder", ANY_PARTY,
          "a party with role SIGNER", SIGNER_PARTY,
          "the OWNER party only", OWNER_PARTY);

  static Stream<Arguments> rows() {
    return CONTRACT.entrySet().stream()
        .flatMap(
            row ->
                row.getValue().stream()
                    .map(
                        operation -> arguments(operation, row.getKey(), TABLES.get(row.getKey()))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rows")
  void everyScopeOpensOfEveryResourceWhatTheContractSays(
      Operation operation, String who, String table) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    RESOURCES.forEach(
        (resourceName, resource) ->
            SCOPES.forEach(
                (scopeName, scope) ->
                    verdicts.put(
                        scopeName + " on " + resourceName,
                        ScopeRules.standard().check(scope, operation, resource))));

    assertThat(verdicts).isEqualTo(expected(operation, table));
  }

  @Test
  void theContractsTableSpeaksOfEveryOperationOnce() {
    assertThat(CONTRACT.values().stream().flatMap(List::stream))
        .containsExactlyInAnyOrder(Operation.values());
  }

  private static Map<String, Verdict> expected(Operation operation, String table) {
    Map<String, Verdict> expected = new LinkedHashMap<>();
    for (List<String> row : table.lines().map(ScopeRulesTest::cells).toList()) {
      List<String> resources =
          row.get(0).equals("anything") ? List.copyOf(RESOURCES.keySet()) : row.subList(0, 1);
      for (String resource : resources) {
        int column = 1;
        for (Map.Entry<String, Scope> scope : SCOPES.entrySet()) {
          expected.put(
              scope.getKey() + " on " + resource,
              verdict(row.get(column), scope.getValue(), operation));
          column++;
        }
      }
    }
    return expected;
  }

  private static Verdict verdict(String cell, Scope scope, Operation operation) {
    if (cell.equals("yes")) {
      return new Verdict.Allowed();
    }
    if (cell.startsWith("no ")) {
      return new Verdict.Refused(
          new ScopeViolation(scope, operation, Reason.valueOf(cell.substring(3))));
    }
    return new Verdict.DependsOn(MissingFact.valueOf(cell.substring(2)));
  }

  private static List<String> cells(String row) {
    return Arrays.stream(row.split("\\|")).map(String::strip).toList();
  }

  @SafeVarargs
  private static <T> Map<String, T> inOrder(Map.Entry<String, ? extends T>... entries) {
    Map<String, T> map = new LinkedHashMap<>();
    for (Map.Entry<String, ? extends T> entry : entries) {
      map.put(entry.getKey(), entry.getValue());
    }
    return map;
  }
}
