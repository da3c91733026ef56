package dev.partnerauth.http;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.NetworkFault;
import dev.partnerauth.failure.ProtocolFailure;
import dev.partnerauth.failure.TransientFailure;
import dev.partnerauth.http.transport.AnswerTooLargeException;
import dev.partnerauth.http.transport.NetworkFaultException;
import dev.partnerauth.http.transport.TransportTimeoutException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLException;

/** Tells what an exchange without an answer means, whatever transport it went by. */
final class NetworkFailures {

  private static final int DEEPEST_CAUSE = 10;

  private NetworkFailures() {}

  static AuthFailure of(IOException failure, List<String> secrets, Facts facts) {
    if (failure instanceof TransportTimeoutException timeout) {
      return new TransientFailure.TimedOut(timeout.phase(), facts);
    }
    if (failure instanceof AnswerTooLargeException tooLarge) {
      return new ProtocolFailure.ProtocolViolation(
          List.of(AnswerBody.tooLarge(tooLarge.largestAnswer())), facts);
    }
    return new TransientFailure.Unreachable(
        fault(failure), ForeignText.of(detail(failure), secrets), facts);
  }

  /**
   * The exception and what lies at its bottom, which is where a certificate's trouble is told.
   * {@link ForeignText} takes out what it may quote of the request.
   */
  private static String detail(Throwable failure) {
    Throwable root = root(failure);
    boolean named = failure instanceof NetworkFaultException;
    if (root == failure) {
      return named ? "" : told(failure);
    }
    return named ? told(root) : told(failure) + ", caused by " + told(root);
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < DEEPEST_CAUSE; depth++) {
      root = root.getCause();
    }
    return root;
  }

  private static String told(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    return failure.getMessage() == null ? name : name + " " + failure.getMessage();
  }

  private static NetworkFault fault(IOException failure) {
    if (failure instanceof NetworkFaultException known) {
      return known.fault();
    }
    if (failure instanceof UnknownHostException) {
      return NetworkFault.UNKNOWN_HOST;
    }
    if (failure instanceof NoRouteToHostException) {
      return NetworkFault.NO_ROUTE;
    }
    if (failure instanceof ConnectException) {
      return NetworkFault.CONNECTION_REFUSED;
    }
    if (failure instanceof SSLException) {
      return handshake(failure);
    }
    if (isReset(failure)) {
      return NetworkFault.CONNECTION_RESET;
    }
    return failure instanceof EOFException
        ? NetworkFault.ANSWER_CUT_OFF
        : NetworkFault.CONNECTION_LOST;
  }

  /** A connection that breaks during the handshake is not the certificates' fault. */
  private static NetworkFault handshake(IOException failure) {
    Throwable root = root(failure);
    if (isReset(root)) {
      return NetworkFault.CONNECTION_RESET;
    }
    return root instanceof EOFException ? NetworkFault.CLOSED_WITHOUT_ANSWER : NetworkFault.TLS;
  }

  /** The JDK tells it by text only. */
  private static boolean isReset(Throwable failure) {
    String text = Objects.requireNonNullElse(failure.getMessage(), "");
    return (failure instanceof SocketException || failure.getClass() == IOException.class)
        && (text.contains("reset") || text.contains("Broken pipe"));
  }
}
