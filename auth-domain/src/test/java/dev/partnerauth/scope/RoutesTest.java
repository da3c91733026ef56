package dev.partnerauth.scope;

import static dev.partnerauth.Samples.anInterview;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.claim.BinderId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

  private static final Set<Operation> OPEN_ENDED =
      Set.of(Operation.USE_EVENTS, Operation.UNLOCK_BINDER);

  private static final String TEMPLATES = "/rocketdoc/v2/templates";
  private static final String INTERVIEWS = "/rocketdoc/v2/interviews";
  private static final String BINDERS = "/document-manager/v1/binders";

  /** Requests as the contract's section 5 names them, and what they are. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /rocketdoc/v2/templates                            | LIST_TEMPLATES
          GET    | /rocketdoc/v2/templates/t                          | GET_TEMPLATE
          GET    | /rocketdoc/v2/templates/t/tagged-answer-model      | GET_TAGGED_ANSWER_MODEL
          GET    | /rocketdoc/v2/templates/t/preview                  | GET_TEMPLATE_PREVIEW
          GET    | /rocketdoc/v2/templates/t/thumbnail                | GET_TEMPLATE_THUMBNAIL
          POST   | /rocketdoc/v2/interviews                           | CREATE_INTERVIEW
          GET    | /rocketdoc/v2/interviews                           | LIST_INTERVIEWS
          GET    | /rocketdoc/v2/interviews/i                         | GET_INTERVIEW
          PUT    | /rocketdoc/v2/interviews/i                         | UPDATE_INTERVIEW
          DELETE | /rocketdoc/v2/interviews/i                         | DELETE_INTERVIEW
          GET    | /rocketdoc/v2/interviews/i/pages/first             | GET_INTERVIEW_PAGE
          PATCH  | /rocketdoc/v2/interviews/i/pages/p                 | ANSWER_INTERVIEW_PAGE
          POST   | /rocketdoc/v2/interviews/i/completions             | COMPLETE_INTERVIEW
          GET    | /rocketdoc/v2/interviews/i/tagged-answers          | GET_TAGGED_ANSWERS
          POST   | /rocketdoc/v2/interviews/i/tagged-answers          | SUBMIT_TAGGED_ANSWERS
          POST   | /rocketdoc/v2/documents                            | CREATE_DOCUMENT
          GET    | /rocketdoc/v2/documents/d                          | GET_DOCUMENT
          POST   | /document-manager/v1/binders                       | CREATE_BINDER
          GET    | /document-manager/v1/binders                       | LIST_BINDERS
          DELETE | /document-manager/v1/binders/b                     | DELETE_BINDER
          POST   | /document-manager/v1/binders/b/locks               | LOCK_BINDER
          DELETE | /document-manager/v1/binders/b/locks/l             | UNLOCK_BINDER
          GET    | /document-manager/v1/binders/b                     | GET_BINDER
          GET    | /document-manager/v1/binders/b/status              | GET_BINDER_STATUS
          GET    | /document-manager/v1/binders/b/documents/d         | GET_BINDER_DOCUMENT
          GET    | /document-manager/v1/binders/b/documents/d/pages/1 | GET_BINDER_DOCUMENT_PAGE
          POST   | /document-manager/v1/binders/b/requests/signatures | SIGN
          POST   | /document-manager/v1/binders/b/requests/declines   | DECLINE
          PATCH  | /document-manager/v1/binders/b                     | UPDATE_BINDER
          GET    | /document-manager/v1/binders/b/parties             | LIST_PARTIES
          POST   | /document-manager/v1/binders/b/parties             | ADD_PARTY
          PATCH  | /document-manager/v1/binders/b/parties/p           | UPDATE_PARTY
          DELETE | /document-manager/v1/binders/b/parties/p           | REMOVE_PARTY
          POST   | /document-manager/v1/binders/b/documents           | ADD_BINDER_DOCUMENT
          PUT    | /document-manager/v1/binders/b/documents/d         | REPLACE_BINDER_DOCUMENT
          PATCH  | /document-manager/v1/binders/b/documents/d         | UPDATE_BINDER_DOCUMENT
          DELETE | /document-manager/v1/binders/b/documents/d         | REMOVE_BINDER_DOCUMENT
          POST   | /document-manager/v1/binders/b/documents/d/inputs  | ADD_INPUT
          PATCH  | /document-manager/v1/binders/b/documents/d/inputs/i | UPDATE_INPUT
          DELETE | /document-manager/v1/binders/b/documents/d/inputs/i | REMOVE_INPUT
          POST   | /document-manager/v1/binders/b/requests/finalisations | FINALISE
          POST   | /document-manager/v1/binders/b/requests/invitations   | INVITE
          POST   | /document-manager/v1/binders/b/requests/cancellations | CANCEL
          POST   | /document-manager/v1/binders/b/requests/reminders     | REMIND
          POST   | /document-manager/v1/binders/b/requests/viewers       | ADD_VIEWERS
          DELETE | /document-manager/v1/binders/b/locks               | UNLOCK_BINDER
          GET    | /events/v1/subscriptions                           | USE_EVENTS
          POST   | /events/v1/subscriptions/s/deliveries              | USE_EVENTS
          DELETE | /events/v1                                         | USE_EVENTS
          """)
  void aRequestIsTheOperationThatTheContractSays(String method, String path, Operation operation) {
    assertThat(Route.of(method, path).map(Route::operation)).contains(operation);
  }

  static Stream<Operation> operations() {
    return Arrays.stream(Operation.values());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationIsReachedByItsOwnRouteAndByNoOther(Operation operation) {
    String method = operation.method().equals("*") ? "POST" : operation.method();
    String path = operation.pathTemplate().replaceAll("[{}]", "").replace("**", "a/b");

    assertThat(Route.of(method, path).map(Route::operation)).contains(operation);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aLongerPathIsAnotherRequest(Operation operation) {
    String path = operation.pathTemplate().replaceAll("[{}]", "").replace("/**", "");

    assertThat(Route.of(operation.method(), path + "/further/still").map(Route::operation))
        .isEqualTo(OPEN_ENDED.contains(operation) ? Optional.of(operation) : Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/rocketdoc/v2/interviews/own/pages/first\r\nX-Evil:1",
        "/rocketdoc/v2/templates/\uff0e\uff0e/preview",
        "/rocketdoc/v2/templates/a b/preview"
      })
  void aSegmentThatWouldHaveToBeEscapedIsNoOperation(String path) {
    assertThat(Route.of("GET", path)).isEmpty();
  }

  @Test
  void theValuesOfThePathAreKept() {
    assertThat(Route.of("PATCH", BINDERS + "/b-1/documents/d-2/inputs/i-3"))
        .contains(
            new Route(
                Operation.UPDATE_INPUT,
                Map.of("binderId", "b-1", "documentId", "d-2", "inputId", "i-3")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "Get", "HEAD", "OPTIONS", "", "*", "GET "})
  void anotherMethodIsAnotherRequest(String method) {
    assertThat(Route.of(method, INTERVIEWS + "/i")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "rocketdoc/v2/templates",
        "https://api.rocketlawyer.com/rocketdoc/v2/templates",
        "x/rocketdoc/v2/templates",
        "/rocketdoc/v2",
        "/rocketdoc/v2/template",
        "/rocketdoc/v2/Templates",
        "/rocketdoc/v1/templates",
        "/x/rocketdoc/v2/templates",
        "/events",
        "/events/v2/subscriptions",
        "/eventsx/v1/subscriptions"
      })
  void aNearMissIsNoOperation(String path) {
    assertThat(Route.of("GET", path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TEMPLATES + "/",
        TEMPLATES + "//preview",
        "/" + TEMPLATES,
        TEMPLATES + "/.",
        TEMPLATES + "/..",
        TEMPLATES + "/./preview",
        TEMPLATES + "/../preview",
        TEMPLATES + "/ /preview",
        TEMPLATES + "/t%2Fpreview",
        TEMPLATES + "/%2e%2e/preview",
        TEMPLATES + "/t;v=1/preview",
        TEMPLATES + "/t;/preview",
        TEMPLATES + "/a\\..\\b/preview",
        TEMPLATES + "/t?/preview",
        TEMPLATES + "/t#/preview",
        TEMPLATES + "/t?x=1",
        "/events/v1/",
        "/events/v1//subscriptions",
        "/events/v1/../v2",
        "/events/v1/%2e%2e/v2"
      })
  void aPathThatCouldMeanAnotherOneToTheServerIsNoOperation(String path) {
    assertThat(Route.of("GET", path)).isEmpty();
  }

  @Test
  void dotsWithinASegmentMeanNothing() {
    assertThat(Route.of("GET", TEMPLATES + "/...").map(Route::operation))
        .contains(Operation.GET_TEMPLATE);
  }

  @Test
  void theVariablesCannotBeChanged() {
    Route route = Route.of("GET", INTERVIEWS + "/i").orElseThrow();

    assertThat(route.variables()).isUnmodifiable();
  }

  @Test
  void thePathSaysWhatTheResourceIs() {
    assertThat(
            Stream.of(
                    route("GET", INTERVIEWS + "/interview-1/pages/first"),
                    route("GET", BINDERS + "/binder-1/documents/d"),
                    route("POST", "/rocketdoc/v2/documents"),
                    route("GET", "/rocketdoc/v2/documents/d"),
                    route("GET", TEMPLATES + "/t"),
                    route("GET", INTERVIEWS))
                .map(Route::resource))
        .isEqualTo(
            List.of(
                Resource.interview(anInterview()),
                Resource.binder(new BinderId("binder-1")),
                Resource.document(),
                Resource.document(),
                Resource.none(),
                Resource.none()));
  }

  @Test
  void anIdentifierThatCannotBeOneSaysNothingAboutTheResource() {
    String tooLong = "x".repeat(513);

    assertThat(
            Stream.of(
                    route("GET", INTERVIEWS + "/" + tooLong), route("GET", BINDERS + "/" + tooLong))
                .map(Route::resource))
        .containsOnly(Resource.none());
  }

  private static Route route(String method, String path) {
    return Route.of(method, path).orElseThrow();
  }
}
