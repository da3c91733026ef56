package dev.partnerauth.testkit.bearer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;

/** Forgets the first token that it sees, and says so to all callers that have it at one time. */
final class ForgetfulPlatform implements AutoCloseable {

  private static final String REFUSAL =
      "{\"fault\":{\"faultstring\":\"Access Token expired\",\"detail\":{\"errorcode\":"
          + "\"keymanagement.service.access_token_expired\"}}}";

  private final AtomicReference<Optional<String>> forgotten =
      new AtomicReference<>(Optional.empty());
  private final CountDownLatch arrivals;
  private final HttpServer server;

  /**
   * @param callers how many it waits for before it refuses any
   */
  ForgetfulPlatform(int callers) {
    arrivals = new CountDownLatch(callers);
    server =
        ServerBootstrap.bootstrap()
            .setLocalAddress(InetAddress.getLoopbackAddress())
            .setListenerPort(0)
            .setRequestRouter(
                (request, context) -> (asked, answer, within) -> answer(asked, answer))
            .create();
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(ClassicHttpRequest request, ClassicHttpResponse response)
      throws HttpException {
    Optional<String> token =
        Optional.ofNullable(request.getHeader("Authorization")).map(Header::getValue);
    forgotten.compareAndSet(Optional.empty(), token);
    if (forgotten.get().equals(token)) {
      arrivals.countDown();
      awaitTheOthers();
      response.setCode(401);
      response.setEntity(new StringEntity(REFUSAL, ContentType.APPLICATION_JSON));
    } else {
      response.setCode(200);
      response.setEntity(new StringEntity("welcome"));
    }
  }

  private void awaitTheOthers() {
    try {
      if (!arrivals.await(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("not all callers came");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  @Override
  public void close() {
    server.close(CloseMode.IMMEDIATE);
  }
}
