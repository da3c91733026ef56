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
import dev.partnerauth.http.transport.AnswerTooLargeException;
import dev.partnerauth.http.transport.TransportTimeoutException;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransportFailuresAreValuesTest {

  static Stream<Arguments> exceptions() {
    return Stream.of(
        arguments(
            new UnknownHostException("api.example"),
            NetworkFault.UNKNOWN_HOST,
            "UnknownHostException api.example"),
        arguments(
            new ConnectException("refused"),
            NetworkFault.CONNECTION_REFUSED,
            "ConnectException refused"),
        arguments(
            new SSLHandshakeException("PKIX"), NetworkFault.TLS, "SSLHandshakeException PKIX"),
        arguments(
            new SSLPeerUnverifiedException("another host"),
            NetworkFault.TLS,
            "SSLPeerUnverifiedException another host"),
        arguments(
            new SocketException("reset"), NetworkFault.CONNECTION_RESET, "SocketException reset"),
        arguments(new EOFException(), NetworkFault.ANSWER_CUT_OFF, "EOFException"),
        arguments(
            new IOException("outside", new IOException("between", new EOFException("inside"))),
            NetworkFault.CONNECTION_LOST,
            "IOException outside, caused by EOFException inside"),
        arguments(
            new IOException("sent " + Samples.aBackendApp().clientSecret().reveal()),
            NetworkFault.CONNECTION_LOST,
            "IOException sent [redacted]"));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void aConnectionThatBringsNoAnswerIsToldByItsException(
      IOException exception, NetworkFault fault, String told) {
    var outcome = Calls.accessToken(ScriptedTransport.failing(exception));

    ForeignText detail = ForeignText.of(told, List.of());
    assertThat(outcome)
        .isEqualTo(
            Either.left(new Unreachable(fault, detail, Facts.unanswered(Endpoint.ACCESS_TOKEN))));
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void aTimeoutKeepsItsPhase(Phase phase) {
    var outcome =
        Calls.serviceToken(ScriptedTransport.failing(new TransportTimeoutException(phase)));

    assertThat(outcome)
        .isEqualTo(Either.left(new TimedOut(phase, Facts.unanswered(Endpoint.SERVICE_TOKEN))));
  }

  @Test
  void anAnswerThatIsTooLargeIsAViolationOfItsBody() {
    var outcome =
        Calls.serviceToken(ScriptedTransport.failing(new AnswerTooLargeException(65_536)));

    Either<AuthFailure, ?> expected =
        Either.left(
            new ProtocolViolation(
                List.of(
                    new Violation.Malformed(
                        "body", "has more than 65536 bytes", "at most 65536 bytes")),
                Facts.unanswered(Endpoint.SERVICE_TOKEN)));
    assertThat(outcome).isEqualTo(expected);
  }

  @Test
  void theTextOfAnExceptionIsNotRepeatedSinceItMayQuoteTheRequest() {
    var failure =
        Calls.accessToken(
                ScriptedTransport.failing(new IOException("sent " + Samples.BACKEND_SECRET)))
            .getLeft();

    assertThat(failure + failure.describe()).doesNotContain(Samples.BACKEND_SECRET);
  }
}
