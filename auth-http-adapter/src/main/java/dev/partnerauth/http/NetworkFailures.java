package dev.partnerauth.http;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.NetworkFault;
import dev.partnerauth.failure.ProtocolFailure;
import dev.partnerauth.failure.TransientFailure;
import dev.partnerauth.violation.Violation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLException;

/**
 * Tells what an exchange without an answer means. Exceptions' texts are not repeated: they may
 * quote the request.
 */
final class NetworkFailures {

  private static final int DEEPEST_CAUSE = 10;

  private NetworkFailures() {}

  static AuthFailure of(IOException failure, Endpoint endpoint, List<String> secrets) {
    Facts facts = Facts.unanswered();
    if (failure instanceof TransportTimeoutException timeout) {
      return new TransientFailure.TimedOut(timeout.phase(), facts);
    }
    if (failure instanceof AnswerTooLargeException tooLarge) {
      return new ProtocolFailure.ProtocolViolation(endpoint, List.of(tooLarge(tooLarge)), facts);
    }
    return new TransientFailure.Unreachable(
        fault(failure), ForeignText.of(detail(failure), secrets), facts);
  }

  /** The exception and what lies at its bottom, which is where a certificate's trouble is told. */
  private static String detail(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < DEEPEST_CAUSE; depth++) {
      root = root.getCause();
    }
    return root == failure ? told(failure) : told(failure) + ", caused by " + told(root);
  }

  private static String told(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    return failure.getMessage() == null ? name : name + " " + failure.getMessage();
  }

  private static NetworkFault fault(IOException failure) {
    if (failure instanceof UnknownHostException) {
      return NetworkFault.UNKNOWN_HOST;
    }
    if (failure instanceof ConnectException) {
      return NetworkFault.CONNECTION_REFUSED;
    }
    return failure instanceof SSLException ? NetworkFault.TLS : NetworkFault.CONNECTION_LOST;
  }

  private static Violation tooLarge(AnswerTooLargeException failure) {
    return new Violation.Malformed(
        "body",
        "has more than " + failure.largestAnswer() + " bytes",
        "at most " + failure.largestAnswer() + " bytes");
  }
}
