package dev.partnerauth.http.transport;

import dev.partnerauth.failure.NetworkFault;
import dev.partnerauth.failure.Phase;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStreamResetException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.DeadlineTimeoutException;

/** Tells what HttpClient's exceptions mean, in the words of {@link HttpTransport}. */
final class ApacheFailures {

  private ApacheFailures() {}

  static IOException translated(Exception thrown, HttpContext context) {
    Exception failure =
        thrown instanceof ClientProtocolException && thrown.getCause() instanceof HttpException http
            ? http
            : thrown;
    if (failure instanceof ConnectionRequestTimeoutException
        || failure instanceof DeadlineTimeoutException) {
      return new TransportTimeoutException(Phase.QUEUED);
    }
    if (failure instanceof SocketTimeoutException) {
      Phase phase = Progress.phase(context);
      boolean noConnection = failure instanceof ConnectTimeoutException && phase != Phase.HANDSHAKE;
      return new TransportTimeoutException(noConnection ? Phase.CONNECTING : phase);
    }
    if (failure instanceof SSLException || failure instanceof NetworkFaultException) {
      return (IOException) failure;
    }
    if (failure instanceof NoHttpResponseException) {
      return new NetworkFaultException(NetworkFault.CLOSED_WITHOUT_ANSWER, failure);
    }
    if (failure instanceof TruncatedChunkException
        || failure instanceof HttpStreamResetException
        || (failure instanceof ParseException && isOfAHeader(failure))) {
      return new NetworkFaultException(NetworkFault.ANSWER_CUT_OFF, failure);
    }
    if (failure instanceof MalformedChunkCodingException
        || failure instanceof ClientProtocolException
        || failure instanceof MessageConstraintException
        || failure instanceof HttpException) {
      return new NetworkFaultException(NetworkFault.NOT_HTTP, failure);
    }
    if (failure instanceof ConnectionClosedException) {
      return new NetworkFaultException(
          answerHadBegun(context)
              ? NetworkFault.ANSWER_CUT_OFF
              : NetworkFault.CLOSED_WITHOUT_ANSWER,
          failure);
    }
    // HttpClient reports its own shutdown with exceptions that are not IOExceptions.
    return failure instanceof IOException io ? io : new IOException(failure);
  }

  /** A head that ends in the middle of a line looks like a malformed one. */
  private static boolean isOfAHeader(Exception failure) {
    return Objects.requireNonNullElse(failure.getMessage(), "").contains("header");
  }

  private static boolean answerHadBegun(HttpContext context) {
    return context instanceof HttpCoreContext core && core.getResponse() != null;
  }
}
