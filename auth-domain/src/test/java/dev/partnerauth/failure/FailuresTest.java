package dev.partnerauth.failure;

import static dev.partnerauth.Samples.aMessage;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerauth.failure.AdministratorFailure.AppNotApproved;
import dev.partnerauth.failure.AdministratorFailure.HeaderNotAllowed;
import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.AdministratorFailure.MissingRole;
import dev.partnerauth.failure.AdministratorFailure.NoCredentials;
import dev.partnerauth.failure.AdministratorFailure.NotPermitted;
import dev.partnerauth.failure.CallerFailure.AccessTokenRefused;
import dev.partnerauth.failure.CallerFailure.ClaimNotAllowed;
import dev.partnerauth.failure.CallerFailure.InvalidServiceTokenRequest;
import dev.partnerauth.failure.CallerFailure.LifetimeTooShort;
import dev.partnerauth.failure.CallerFailure.ServiceTokenRefused;
import dev.partnerauth.failure.CallerFailure.ServiceTokenRequestRefused;
import dev.partnerauth.failure.ProtocolFailure.DeadOnArrival;
import dev.partnerauth.failure.ProtocolFailure.ProtocolViolation;
import dev.partnerauth.failure.ProtocolFailure.RejectedTokenReissued;
import dev.partnerauth.failure.ProtocolFailure.UnexpectedAnswer;
import dev.partnerauth.failure.ProtocolFailure.Unforeseen;
import dev.partnerauth.failure.TransientFailure.Interrupted;
import dev.partnerauth.failure.TransientFailure.RateLimited;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.failure.TransientFailure.Unreachable;
import dev.partnerauth.violation.InvalidRequest;
import dev.partnerauth.violation.Violation;
import dev.partnerauth.violation.Violation.Blank;
import dev.partnerauth.violation.Violation.Malformed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

  private static final Facts FACTS =
      Facts.answered(Endpoint.ACCESS_TOKEN, 429)
          .errorCode("policies.ratelimit.QuotaViolation")
          .retryAfter(Duration.ofSeconds(7))
          .requestId("r-1")
          .elapsed(Duration.ofMillis(70));
  private static final Facts NOTHING_SENT = Facts.local(Endpoint.ACCESS_TOKEN);
  private static final ForeignText NO = aMessage("computer says no");

  /** A failure and what is to be known of it: whose turn it is, its domain and what it says. */
  record Row(
      AuthFailure failure,
      String turn,
      FailureDomain domain,
      boolean retryable,
      Facts facts,
      String description) {}

  private static final List<Row> CALLER =
      List.of(
          new Row(
              new InvalidServiceTokenRequest(InvalidRequest.because(new Blank("upid"))),
              "caller",
              FailureDomain.CALL,
              false,
              Facts.local(),
              "The service token request is not valid. upid is blank. Give upid a value."),
          new Row(
              new ServiceTokenRequestRefused(NO, FACTS),
              "caller",
              FailureDomain.KEY,
              false,
              FACTS,
              "The server refused the service token request: computer says no."
                  + " Compare purpose and claims with what is registered for your app,"
                  + " and this machine's clock with the server's."),
          new Row(
              new ClaimNotAllowed(NO, FACTS),
              "caller",
              FailureDomain.KEY,
              false,
              FACTS,
              "The server does not allow a claim: computer says no. Leave the claim out,"
                  + " or have the platform's developer support register it for your purpose."),
          new Row(
              new ServiceTokenRefused(NO, FACTS),
              "caller",
              FailureDomain.KEY,
              false,
              FACTS,
              "The service token was refused: computer says no."
                  + " Ask for a new service token and exchange that one."),
          new Row(
              new AccessTokenRefused(NO, FACTS),
              "caller",
              FailureDomain.APP,
              false,
              FACTS,
              "The access token was refused: computer says no."
                  + " Obtain a new access token;"
                  + " PartnerAuth does so by itself, once for each call."),
          new Row(
              new LifetimeTooShort(Duration.ofHours(12), Duration.ofHours(10)),
              "caller",
              FailureDomain.CALL,
              false,
              Facts.local(),
              "A fresh token lives PT10H, and PT12H were asked for."
                  + " Ask for a smaller remaining lifetime."));

  private static final List<Row> ADMINISTRATOR =
      List.of(
          new Row(
              new InvalidCredentials(FACTS),
              "administrator",
              FailureDomain.APP,
              false,
              FACTS,
              "The server refused the app's key and secret."
                  + " Compare them with the developer portal, Apps, API Keys."
                  + " For an exchange they must be a front-end app's,"
                  + " which the platform's developer support creates."),
          new Row(
              new NoCredentials(),
              "administrator",
              FailureDomain.APP,
              false,
              NOTHING_SENT,
              "There are no credentials for the app."
                  + " Let Credentials.current() answer at least one app."),
          new Row(
              new AppNotApproved(NO, FACTS),
              "administrator",
              FailureDomain.APP,
              false,
              FACTS,
              "The app is not approved: computer says no."
                  + " Ask the platform's developer support to approve the app;"
                  + " new credentials work only then."),
          new Row(
              new MissingRole(FACTS),
              "administrator",
              FailureDomain.APP,
              false,
              FACTS,
              "The app has no system role that may request service tokens."
                  + " Use an app with back-end scope,"
                  + " or ask the platform's developer support for the role."),
          new Row(
              new HeaderNotAllowed(NO, FACTS),
              "administrator",
              FailureDomain.APP,
              false,
              FACTS,
              "The server does not allow a header: computer says no."
                  + " Remove what adds the header on the way (a proxy, a gateway),"
                  + " or ask the platform's developer support."),
          new Row(
              new NotPermitted(NO, FACTS),
              "administrator",
              FailureDomain.KEY,
              false,
              FACTS,
              "The server forbids the request: computer says no."
                  + " Ask the platform's developer support, quoting the message."));

  private static final List<Row> TIME =
      List.of(
          new Row(
              new RateLimited(FACTS),
              "time",
              FailureDomain.ENDPOINT,
              true,
              FACTS,
              "The server limits the rate of requests. Wait PT7S."),
          new Row(
              new RateLimited(Facts.answered(Endpoint.ACCESS_TOKEN, 429)),
              "time",
              FailureDomain.ENDPOINT,
              true,
              Facts.answered(Endpoint.ACCESS_TOKEN, 429),
              "The server limits the rate of requests."
                  + " Wait, and ask for fewer tokens: cache them."),
          new Row(
              new Unavailable(
                  Facts.answered(Endpoint.ACCESS_TOKEN, 503).retryAfter(Duration.ofSeconds(7))),
              "time",
              FailureDomain.ENDPOINT,
              true,
              Facts.answered(Endpoint.ACCESS_TOKEN, 503).retryAfter(Duration.ofSeconds(7)),
              "The server is unavailable (status 503). Wait PT7S."),
          new Row(
              new Unavailable(Facts.unanswered(Endpoint.ACCESS_TOKEN)),
              "time",
              FailureDomain.ENDPOINT,
              true,
              Facts.unanswered(Endpoint.ACCESS_TOKEN),
              "The server is unavailable. Try again later."),
          new Row(
              new Unreachable(
                  NetworkFault.UNKNOWN_HOST,
                  aMessage("SomeException said so"),
                  Facts.unanswered(Endpoint.ACCESS_TOKEN)),
              "time",
              FailureDomain.ENDPOINT,
              true,
              Facts.unanswered(Endpoint.ACCESS_TOKEN),
              "No answer came: the host name has no address (SomeException said so)."
                  + " Check the base address and the name service."),
          new Row(
              new Unreachable(
                  NetworkFault.CONNECTION_REFUSED,
                  aMessage("SomeException said so"),
                  Facts.unanswered(Endpoint.ACCESS_TOKEN)),
              "time",
              FailureDomain.ENDPOINT,
              true,
              Facts.unanswered(Endpoint.ACCESS_TOKEN),
              "No answer came: nothing listens at that address (SomeException said so)."
                  + " Check the base address and the firewall, then try again."),
          new Row(
              new Unreachable(
                  NetworkFault.CONNECTION_LOST,
                  aMessage("SomeException said so"),
                  Facts.unanswered(Endpoint.ACCESS_TOKEN)),
              "time",
              FailureDomain.ENDPOINT,
              true,
              Facts.unanswered(Endpoint.ACCESS_TOKEN),
              "No answer came: the connection broke (SomeException said so)." + " Try again."),
          new Row(
              new Unreachable(
                  NetworkFault.TLS,
                  aMessage("SomeException said so"),
                  Facts.unanswered(Endpoint.ACCESS_TOKEN)),
              "time",
              FailureDomain.ENDPOINT,
              false,
              Facts.unanswered(Endpoint.ACCESS_TOKEN),
              "No answer came: the TLS handshake failed (SomeException said so)."
                  + " Check the certificates, the trust store and the host name."),
          new Row(
              new TimedOut(Phase.CONNECTING, FACTS),
              "time",
              FailureDomain.ENDPOINT,
              true,
              FACTS,
              "Time ran out while connecting. Try again, or allow more time."),
          new Row(
              new TimedOut(Phase.AWAITING_RESPONSE, FACTS),
              "time",
              FailureDomain.ENDPOINT,
              true,
              FACTS,
              "Time ran out while the server worked on its answer."
                  + " Try again, or allow more time."),
          new Row(
              new TimedOut(Phase.WHOLE_CALL, FACTS),
              "time",
              FailureDomain.ENDPOINT,
              true,
              FACTS,
              "Time ran out for the whole call. Try again, or allow more time."),
          new Row(
              new TimedOut(Phase.WAITING, FACTS),
              "time",
              FailureDomain.CALL,
              true,
              FACTS,
              "Time ran out while waiting for a token that is on its way."
                  + " Try again, or allow more time."),
          new Row(
              new Interrupted(),
              "time",
              FailureDomain.CALL,
              true,
              Facts.local(),
              "The thread was interrupted while it waited for a token."
                  + " Call again from a thread that is not being stopped."));

  private static final List<Row> US =
      List.of(
          new Row(
              new ProtocolViolation(
                  List.of(
                      new Blank("access_token"),
                      new Malformed("expires_in", "is not a number", "seconds")),
                  FACTS),
              "us",
              FailureDomain.ENDPOINT,
              false,
              FACTS,
              "The answer of /accesstoken does not fit the contract:"
                  + " access_token is blank; expires_in is not a number."
                  + " Check that the base address is the Authentication API's and that no proxy"
                  + " answers in its place; if so, report it to the maintainers of this library."),
          new Row(
              new UnexpectedAnswer(NO, Facts.answered(Endpoint.SERVICE_TOKEN, 418)),
              "us",
              FailureDomain.ENDPOINT,
              false,
              Facts.answered(Endpoint.SERVICE_TOKEN, 418),
              "The answer of /servicetoken is not in the contract (status 418): computer says no."
                  + " Check that the base address is the Authentication API's, its path included;"
                  + " if so, report it to the maintainers of this library."),
          new Row(
              new UnexpectedAnswer(aMessage(""), Facts.unanswered(Endpoint.SERVICE_TOKEN)),
              "us",
              FailureDomain.ENDPOINT,
              false,
              Facts.unanswered(Endpoint.SERVICE_TOKEN),
              "The answer of /servicetoken is not in the contract."
                  + " Check that the base address is the Authentication API's, its path included;"
                  + " if so, report it to the maintainers of this library."),
          new Row(
              new DeadOnArrival(Instant.parse("2026-03-01T12:00:00Z"), NOTHING_SENT),
              "us",
              FailureDomain.KEY,
              false,
              NOTHING_SENT,
              "The last token had expired when it arrived, at 2026-03-01T12:00:00Z."
                  + " Compare this machine's clock with the server's;"
                  + " a mock server may answer with a fixed expiration."),
          new Row(
              new RejectedTokenReissued(NOTHING_SENT),
              "us",
              FailureDomain.KEY,
              false,
              NOTHING_SENT,
              "The server issued the same token again that had been rejected."
                  + " Reject a token only when the platform answered 401 to it;"
                  + " a mock server may answer with a fixed token."),
          new Row(
              new Unforeseen(aMessage("NullPointerException at Credentials"), NOTHING_SENT),
              "us",
              FailureDomain.KEY,
              false,
              NOTHING_SENT,
              "The request ended in an error of the program: NullPointerException at Credentials."
                  + " The thread's uncaught exception handler was given the whole of it;"
                  + " mend what it names, or report it to the maintainers of this library."),
          new Row(
              new Unforeseen(aMessage(""), NOTHING_SENT),
              "us",
              FailureDomain.KEY,
              false,
              NOTHING_SENT,
              "The request ended in an error of the program."
                  + " The thread's uncaught exception handler was given the whole of it;"
                  + " mend what it names, or report it to the maintainers of this library."));

  static Stream<Row> rows() {
    return Stream.of(CALLER, ADMINISTRATOR, TIME, US).flatMap(List::stream);
  }

  @Test
  void noKindIsForgotten() {
    assertThat(rows().map(row -> row.failure().getClass()).collect(toSet()))
        .isEqualTo(kindsOf(AuthFailure.class).collect(toSet()));
  }

  private static Stream<Class<?>> kindsOf(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(FailuresTest::kindsOf)
        : Stream.of(type);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aFailureSaysWhoseTurnItIsWhichDomainItHasAndWhatToDo(Row row) {
    AuthFailure failure = row.failure();

    String turn =
        failure.fold(
            caller -> "caller", administrator -> "administrator", time -> "time", us -> "us");

    assertThat(
            new Row(
                failure,
                turn,
                failure.domain(),
                failure.retryable(),
                failure.facts(),
                failure.describe()))
        .isEqualTo(row);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aFailureKnowsHowLongTheServerAskedToWait(Row row) {
    assertThat(row.failure().retryAfter()).isEqualTo(row.facts().retryAfter());
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 1", "PT0.000000001S, 1", "PT1S, 1", "PT1.000000001S, 2", "PT7S, 7"})
  void theWaitToPassOnIsInWholeSecondsAndNeverTooShort(Duration asked, long seconds) {
    AuthFailure failure =
        new Unavailable(Facts.answered(Endpoint.ACCESS_TOKEN, 503).retryAfter(asked));

    assertThat(failure.retryAfterSeconds()).hasValue(seconds);
  }

  @Test
  void theWaitToPassOnIsASecondIfTheServerNamedNone() {
    assertThat(new Unavailable(Facts.unanswered(Endpoint.ACCESS_TOKEN)).retryAfterSeconds())
        .hasValue(1);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void thereIsAWaitToPassOnIfWaitingMends(Row row) {
    assertThat(row.failure().retryAfterSeconds().isPresent()).isEqualTo(row.retryable());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theArmOfAFoldIsGivenTheFailureItself(Row row) {
    AuthFailure folded =
        row.failure()
            .<AuthFailure>fold(
                caller -> caller, administrator -> administrator, time -> time, us -> us);

    assertThat(folded).isSameAs(row.failure());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anExceptionTellsTheFailureAndCarriesIt(Row row) {
    AuthException exception = new AuthException(row.failure());

    assertThat(exception)
        .hasMessage(row.description())
        .hasNoCause()
        .extracting(AuthException::failure)
        .isSameAs(row.failure());
  }

  @ParameterizedTest
  @FieldSource("CALLER")
  void aCallersMistakeIsNotCuredByTryingAgain(Row row) {
    assertThat(row.failure().retryable()).isFalse();
  }

  @Test
  void aFailureAfterSeveralTriesTellsHowManyAndHowLongTheyTook() {
    var failure =
        new Unavailable(
            Facts.answered(Endpoint.ACCESS_TOKEN, 503).tries(3).elapsed(Duration.ofMillis(1_200)));

    assertThat(failure.describe())
        .isEqualTo(
            "The server is unavailable (status 503). 3 requests were sent in PT1.2S. Try again later.");
  }

  @Test
  void factsAreGatheredOneByOne() {
    assertThat(FACTS)
        .isEqualTo(
            new Facts(
                Optional.of(Endpoint.ACCESS_TOKEN),
                Optional.of(429),
                Optional.of("policies.ratelimit.QuotaViolation"),
                Optional.of(Duration.ofSeconds(7)),
                Optional.of("r-1"),
                1,
                Duration.ofMillis(70)));
  }

  @Test
  void factsSayHowManyRequestsWereSent() {
    assertThat(
            List.of(
                Facts.local().tries(),
                Facts.unanswered(Endpoint.ACCESS_TOKEN).tries(),
                Facts.answered(Endpoint.ACCESS_TOKEN, 200).tries()))
        .isEqualTo(List.of(0, 1, 1));
  }

  @Test
  void fewerThanNoRequestsCannotBeSent() {
    assertThatThrownBy(() -> Facts.local().tries(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tries must not be negative");
  }

  @Test
  void whatIsAddedToTheListLaterDoesNotArrive() {
    List<Violation> violations = new ArrayList<>(List.of(new Blank("token")));
    ProtocolViolation failure = new ProtocolViolation(violations, FACTS);

    violations.clear();

    assertThat(failure).isEqualTo(new ProtocolViolation(List.of(new Blank("token")), FACTS));
  }

  @Test
  void whoeverSentNothingLearntNothing() {
    assertThat(new TimedOut(Phase.WHOLE_CALL, Facts.local()).domain())
        .isEqualTo(FailureDomain.CALL);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aFailureNamesTheEndpointOfItsFacts(Row row) {
    assertThat(row.failure().endpoint()).isEqualTo(row.facts().endpoint());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatAnEndpointSaysConcernsAnotherEndpointInNothing(Row row) {
    AuthFailure failure = row.failure();

    FailureDomain there = failure.domainAt(failure.endpoint().orElse(Endpoint.ACCESS_TOKEN));
    FailureDomain elsewhere =
        failure.domainAt(
            failure.endpoint().equals(Optional.of(Endpoint.ACCESS_TOKEN))
                ? Endpoint.SERVICE_TOKEN
                : Endpoint.ACCESS_TOKEN);

    assertThat(List.of(there, elsewhere)).isEqualTo(List.of(row.domain(), FailureDomain.CALL));
  }
}
