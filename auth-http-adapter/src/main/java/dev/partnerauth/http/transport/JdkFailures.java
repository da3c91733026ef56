package dev.partnerauth.http.transport;

import dev.partnerauth.failure.NetworkFault;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.http.async.Causes;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tells what the JDK client's exceptions mean, in the words of {@link HttpTransport}. Several of
 * them differ by their texts only.
 */
final class JdkFailures {

  private JdkFailures() {}

  static IOException translated(Throwable thrown) {
    Throwable failure = Causes.of(thrown);
    if (failure instanceof HttpConnectTimeoutException) {
      return new TransportTimeoutException(Phase.CONNECTING);
    }
    if (failure instanceof HttpTimeoutException) {
      return new TransportTimeoutException(Phase.AWAITING_RESPONSE);
    }
    if (failure instanceof ConnectException && isUnresolved(failure)) {
      return new UnknownHostException();
    }
    if (failure instanceof ProtocolException
        || isCausedBy(failure, NumberFormatException.class::isInstance)) {
      return new NetworkFaultException(NetworkFault.NOT_HTTP, failure);
    }
    if (isCausedBy(failure, cause -> told(cause).contains("reset"))) {
      return new NetworkFaultException(NetworkFault.CONNECTION_RESET, failure);
    }
    String text = told(failure);
    if (text.contains("Tunnel failed") || text.contains("proxy")) {
      return new NetworkFaultException(NetworkFault.PROXY_REFUSED, failure);
    }
    if (text.contains("header parser received no bytes") || text.contains("GOAWAY")) {
      return new NetworkFaultException(NetworkFault.CLOSED_WITHOUT_ANSWER, failure);
    }
    if (text.contains("EOF")
        || text.contains("closed")
        || isCausedBy(failure, EOFException.class::isInstance)) {
      return new NetworkFaultException(NetworkFault.ANSWER_CUT_OFF, failure);
    }
    return failure instanceof IOException io ? io : new IOException(failure);
  }

  private static boolean isUnresolved(Throwable failure) {
    return isCausedBy(
        failure,
        cause ->
            cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException);
  }

  /** The JDK tells how an answer ended, and by its cause why. */
  private static boolean isCausedBy(Throwable failure, Predicate<Throwable> kind) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(kind);
  }

  private static String told(Throwable failure) {
    return Objects.requireNonNullElse(failure.getMessage(), "");
  }
}
