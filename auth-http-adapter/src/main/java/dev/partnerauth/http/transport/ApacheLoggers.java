package dev.partnerauth.http.transport;

import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * HttpClient's loggers that print what goes over the wire: headers, bodies, frames; and those that
 * quote a status line, in which a server may repeat what it was sent.
 */
final class ApacheLoggers {

  private ApacheLoggers() {}

  static List<String> thatPrintSecrets() {
    return Stream.of(
            "org.apache.hc.client5.http.wire",
            "org.apache.hc.client5.http.headers",
            "org.apache.hc.client5.http.impl.async.HttpAsyncMainClientExec",
            "org.apache.hc.client5.http.impl.async.InternalAbstractHttpAsyncClient",
            "org.apache.hc.client5.http2.frame",
            "org.apache.hc.client5.http2.frame.payload")
        .filter(name -> LoggerFactory.getLogger(name).isDebugEnabled())
        .toList();
  }
}
