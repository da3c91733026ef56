package dev.partnerauth.http.bearer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;

/** A platform on loopback that answers as it is told, and knows what it was asked. */
final class RecordingServer implements AutoCloseable {

  /** One request, as it came. */
  record Seen(String method, String path, Optional<String> authorization, String body) {

    static Seen get(String path, String authorization) {
      return new Seen("GET", path, Optional.of(authorization), "");
    }

    static Seen getWithoutToken(String path) {
      return new Seen("GET", path, Optional.empty(), "");
    }

    static Seen post(String path, String authorization, String body) {
      return new Seen("POST", path, Optional.of(authorization), body);
    }

    boolean carries(String token) {
      return authorization.equals(Optional.of("Bearer " + token));
    }
  }

  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private RecordingServer(
      Predicate<Optional<String>> refusedUnread, Function<Seen, Reply> behaviour) {
    server =
        ServerBootstrap.bootstrap()
            .setLocalAddress(InetAddress.getLoopbackAddress())
            .setListenerPort(0)
            .setRequestRouter(
                (request, context) ->
                    (asked, answer, within) ->
                        answer(
                            refusedUnread.test(authorization(asked))
                                ? Reply.tokenRefused()
                                : behaviour.apply(record(asked)),
                            answer))
            .create();
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RecordingServer answering(Function<Seen, Reply> behaviour) {
    return new RecordingServer(authorization -> false, behaviour);
  }

  static RecordingServer content() {
    return answering(request -> Reply.ok());
  }

  /** Knows no token but this one. */
  static RecordingServer accepting(String token) {
    return answering(request -> request.carries(token) ? Reply.ok() : Reply.tokenRefused());
  }

  /** Knows no token but this one, and reads no body that comes with another. */
  static RecordingServer refusingEarlyBut(String token) {
    return new RecordingServer(
        authorization -> !authorization.equals(Optional.of("Bearer " + token)),
        asked -> new Reply(200, "text/plain", asked.body().length() + " bytes", Optional.empty()));
  }

  private static Optional<String> authorization(ClassicHttpRequest request)
      throws ProtocolException {
    return Optional.ofNullable(request.getHeader("Authorization")).map(Header::getValue);
  }

  private Seen record(ClassicHttpRequest request) throws IOException, HttpException {
    String body = request.getEntity() == null ? "" : EntityUtils.toString(request.getEntity());
    Seen one = new Seen(request.getMethod(), request.getPath(), authorization(request), body);
    seen.add(one);
    return one;
  }

  private static void answer(Reply reply, ClassicHttpResponse response) {
    response.setCode(reply.status());
    reply.location().ifPresent(location -> response.setHeader("Location", location));
    response.setEntity(new StringEntity(reply.body(), ContentType.parse(reply.type())));
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  PlatformHosts named() {
    return PlatformHosts.of(address()).get();
  }

  @Override
  public void close() {
    server.close(CloseMode.IMMEDIATE);
  }
}
