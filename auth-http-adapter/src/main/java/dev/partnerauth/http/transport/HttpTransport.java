package dev.partnerauth.http.transport;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Sends one request and brings its answer: the whole of what this library asks of an HTTP client.
 * Another client is swapped in by writing this one method, and proved by the testkit's {@code
 * HttpTransportContract}. Implementations are thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface HttpTransport extends AutoCloseable {

  /**
   * Answers every status as it came: redirects are not followed, nothing is retried, decompressed
   * or decoded, no cookie is kept, and no other credentials are added.
   *
   * <p>Completes exceptionally with an {@link IOException} when no whole answer came within the
   * request's deadline: with a {@link TransportTimeoutException} that names the phase, an {@link
   * AnswerTooLargeException}, a {@link NetworkFaultException} that names what happened, or the
   * JDK's own exception for it ({@link java.net.ConnectException}, {@link
   * java.net.UnknownHostException}, {@link javax.net.ssl.SSLException}). May complete on an I/O
   * thread; the caller moves on from it at once.
   */
  CompletionStage<HttpResponse> exchange(HttpRequest request);

  /**
   * Names of loggers that are switched on and print what is sent, secrets included. Asked once,
   * when the transport is put to use.
   */
  default List<String> loggersThatPrintSecrets() {
    return List.of();
  }

  /**
   * Begins nothing more, lets what is under way finish for as long as the transport was told, ends
   * the rest, and frees what is held. Does nothing for a transport that holds nothing.
   */
  @Override
  default void close() {}
}
