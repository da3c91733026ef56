package dev.partnerauth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.NetworkFault;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.ProtocolFailure.ProtocolViolation;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.failure.TransientFailure.Unreachable;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.http.transport.ApacheAsyncTransport;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.port.Budget;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.Token;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTroubleTest {

  private static final ForeignText UNTOLD = ForeignText.of("", List.of());

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofSeconds(30);

  private static final AuthFailure CLIENT_CLOSED = unreachable(NetworkFault.CLIENT_CLOSED);
  private static final AuthFailure WHOLE_CALL_TIMED_OUT =
      new TimedOut(Phase.WHOLE_CALL, Facts.unanswered());

  private final HttpTransport impatient =
      ApacheAsyncTransport.of(
          NetworkSettings.standard().timeouts(LONG, LONG, SHORT).closeGrace(Duration.ZERO));
  private final HttpTransport patient =
      ApacheAsyncTransport.of(
          NetworkSettings.standard().timeouts(LONG, LONG, LONG).closeGrace(Duration.ZERO));
  private AutoCloseable server = () -> {};

  @AfterEach
  void closeAll() throws Exception {
    impatient.close();
    patient.close();
    server.close();
  }

  static Stream<Arguments> trouble() {
    return Stream.of(
        arguments(
            "a reset", behaviour(RawServer::resetIt), unreachable(NetworkFault.CONNECTION_RESET)),
        arguments(
            "a hang-up",
            behaviour(RawServer::hangUp),
            unreachable(NetworkFault.CLOSED_WITHOUT_ANSWER)),
        arguments(
            "half a head",
            behaviour(RawServer::hangUpInTheHead),
            unreachable(NetworkFault.ANSWER_CUT_OFF)),
        arguments(
            "half a body",
            behaviour(RawServer::hangUpInTheBody),
            unreachable(NetworkFault.ANSWER_CUT_OFF)),
        arguments(
            "half a chunk",
            behaviour(RawServer::hangUpInAChunk),
            unreachable(NetworkFault.ANSWER_CUT_OFF)),
        arguments(
            "nonsense", behaviour(RawServer::talkNonsense), unreachable(NetworkFault.NOT_HTTP)),
        arguments(
            "silence",
            behaviour(RawServer::keepSilent),
            new TimedOut(Phase.AWAITING_RESPONSE, Facts.unanswered())),
        arguments(
            "an answer without end",
            behaviour(RawServer::talkWithoutEnd),
            new ProtocolViolation(
                Endpoint.ACCESS_TOKEN,
                List.of(
                    new Violation.Malformed(
                        "body", "has more than 65536 bytes", "at most 65536 bytes")),
                Facts.unanswered())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("trouble")
  void isToldByKindAndDoesNotSpoilTheNextCall(
      String name, RawServer.Behaviour misbehaviour, AuthFailure told) {
    RawServer raw = start(misbehaviour);

    var first = accessToken(impatient, raw.address(), LONG);
    var second = accessToken(impatient, raw.address(), LONG);

    assertThat(List.of(first, second.map(Token::reveal)))
        .as(name)
        .isEqualTo(List.of(Either.left(told), Either.right("{{generalAccessToken}}")));
  }

  @Test
  void inEveryConnectionOfThePoolDoesNotSpoilTheNextCall() {
    RawServer.Behaviour silence = RawServer::keepSilent;
    RawServer raw = start(silence, silence, silence, silence, silence, silence, silence);

    var inVain =
        Stream.generate(() -> api(impatient, raw.address()))
            .limit(7)
            .map(api -> api.accessToken(Samples.aBackendApp(), Budget.of(LONG).once()))
            .toList();
    inVain.forEach(Calls::outcome);
    var next = accessToken(impatient, raw.address(), LONG);

    assertThat(next.map(Token::reveal)).containsExactly("{{generalAccessToken}}");
  }

  @Test
  void aSilentServerIsGivenUpAtTheDeadline() {
    RawServer raw = start(RawServer::keepSilent);

    var first = accessToken(patient, raw.address(), SHORT);
    var second = accessToken(patient, raw.address(), LONG);

    assertThat(List.of(first, second.map(Token::reveal)))
        .isEqualTo(
            List.of(Either.left(WHOLE_CALL_TIMED_OUT), Either.right("{{generalAccessToken}}")));
  }

  @Test
  void aTricklingServerIsGivenUpAtTheDeadlineHoweverShortItsPauses() {
    RawServer raw = startTrickling();

    var first = accessToken(impatient, raw.address(), Duration.ofMillis(500));
    var second = accessToken(impatient, raw.address(), LONG);

    assertThat(List.of(first, second.map(Token::reveal)))
        .isEqualTo(
            List.of(Either.left(WHOLE_CALL_TIMED_OUT), Either.right("{{generalAccessToken}}")));
  }

  @Test
  void theConnectionToATricklingServerIsEndedAtTheDeadline() {
    RawServer raw = startTrickling();

    accessToken(impatient, raw.address(), Duration.ofMillis(500));

    assertThat(raw.leftByTheClient()).succeedsWithin(60, TimeUnit.SECONDS);
  }

  @Test
  void theConnectionIsEndedEvenIfItHasServedWellBefore() {
    RawServer.Behaviour[] trickles = new RawServer.Behaviour[6];
    Arrays.fill(trickles, behaviour(RawServer::trickleTheSecondTime));
    RawServer raw = start(trickles);

    IntStream.range(0, 6)
        .forEach(index -> accessToken(impatient, raw.address(), Duration.ofMillis(300)));

    assertThat(raw.leftByTheClient()).succeedsWithin(60, TimeUnit.SECONDS);
  }

  @Test
  void callsGivenUpAtTheDeadlineDoNotUseUpTheConnections() {
    RawServer.Behaviour[] silences = new RawServer.Behaviour[100];
    Arrays.fill(silences, behaviour(RawServer::keepSilent));
    RawServer raw = start(silences);

    IntStream.range(0, 100)
        .forEach(index -> accessToken(patient, raw.address(), Duration.ofMillis(5)));
    raw.heal();
    var next = accessToken(patient, raw.address(), Duration.ofSeconds(20));

    assertThat(next.map(Token::reveal)).containsExactly("{{generalAccessToken}}");
  }

  @Test
  void aDeadlineThatIsAlreadyOverEndsTheCallAtOnce() {
    RawServer raw = start(RawServer::keepSilent);

    var outcome = accessToken(patient, raw.address(), Duration.ZERO);

    assertThat(outcome).isEqualTo(Either.left(WHOLE_CALL_TIMED_OUT));
  }

  @Test
  void anAddressWhereNobodyListensRefusesTheConnection() throws IOException {
    BaseAddress address = addressWhereNobodyListens();

    var outcome = accessToken(patient, address, LONG);

    assertThat(outcome)
        .isEqualTo(
            Either.left(
                new Unreachable(NetworkFault.CONNECTION_REFUSED, UNTOLD, Facts.unanswered())));
  }

  @Test
  void aHostThatDoesNotExistIsUnknown() {
    BaseAddress address = BaseAddress.of("https://nonexistent.invalid/auth").get();

    var outcome = accessToken(patient, address, LONG);

    assertThat(outcome)
        .isEqualTo(
            Either.left(new Unreachable(NetworkFault.UNKNOWN_HOST, UNTOLD, Facts.unanswered())));
  }

  @Test
  void aServerThatSpeaksPlainTextFailsTheHandshake() {
    RawServer raw = start(RawServer::talkNonsenseAtOnce);

    var outcome = accessToken(patient, raw.addressWithTls(), LONG);

    assertThat(outcome)
        .isEqualTo(Either.left(new Unreachable(NetworkFault.TLS, UNTOLD, Facts.unanswered())));
  }

  @Test
  void aServerThatIsSilentInTheHandshakeTimesOutInTheHandshake() {
    RawServer raw = start(RawServer::ignore);
    HttpTransport transport =
        ApacheAsyncTransport.of(
            NetworkSettings.standard().timeouts(SHORT, SHORT, LONG).closeGrace(Duration.ZERO));

    var outcome = accessToken(transport, raw.addressWithTls(), LONG);
    transport.close();

    assertThat(outcome).isEqualTo(Either.left(new TimedOut(Phase.HANDSHAKE, Facts.unanswered())));
  }

  @Test
  void aHandshakeIsWorthNoSecondTry() {
    var tls = new Unreachable(NetworkFault.TLS, UNTOLD, Facts.unanswered());

    assertThat(tls.retryable()).isFalse();
  }

  @Test
  void closingTheTransportEndsWhatIsUnderWay() {
    RawServer raw = startTrickling();
    var underWay =
        api(patient, raw.address()).accessToken(Samples.aBackendApp(), Budget.of(LONG).once());
    Calls.outcome(raw.firstRequest());

    patient.close();

    assertThat(Calls.outcome(underWay).mapLeft(NetworkTroubleTest::withoutDetail))
        .isEqualTo(Either.left(CLIENT_CLOSED));
  }

  @Test
  void aClosedTransportAnswersThatItSendsNothing() {
    RawServer raw = start();
    patient.close();

    var outcome = accessToken(patient, raw.address(), LONG);

    assertThat(outcome).isEqualTo(Either.left(CLIENT_CLOSED));
  }

  private static AuthFailure unreachable(NetworkFault fault) {
    return new Unreachable(fault, UNTOLD, Facts.unanswered());
  }

  private RawServer start(RawServer.Behaviour... misbehaviours) {
    RawServer raw = new RawServer(misbehaviours);
    server = raw;
    return raw;
  }

  private RawServer startTrickling() {
    return start(RawServer::trickle);
  }

  private static BaseAddress addressWhereNobodyListens() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return BaseAddress.of("http://127.0.0.1:" + socket.getLocalPort()).get();
    }
  }

  private static RawServer.Behaviour behaviour(RawServer.Behaviour behaviour) {
    return behaviour;
  }

  private static Either<AuthFailure, AccessToken> accessToken(
      HttpTransport transport, BaseAddress address, Duration deadline) {
    return Calls.outcome(
            api(transport, address).accessToken(Samples.aBackendApp(), Budget.of(deadline).once()))
        .mapLeft(NetworkTroubleTest::withoutDetail);
  }

  private static HttpAuthenticationApi api(HttpTransport transport, BaseAddress address) {
    return HttpAuthenticationApi.of(
        address, transport, CallSettings.standard(), Calls.runtime(Runnable::run, Calls.STOPPED));
  }

  /** What the transport says of its trouble differs from machine to machine. */
  private static AuthFailure withoutDetail(AuthFailure failure) {
    return failure instanceof Unreachable unreachable
        ? new Unreachable(unreachable.fault(), UNTOLD, unreachable.facts())
        : failure;
  }
}
