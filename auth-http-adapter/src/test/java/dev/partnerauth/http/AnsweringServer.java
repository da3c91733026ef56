package dev.partnerauth.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.HttpRequestHandler;
import org.apache.hc.core5.io.CloseMode;

/** A real HTTP server that answers every request by one handler. */
final class AnsweringServer implements AutoCloseable {

  private final HttpServer server;

  AnsweringServer(HttpRequestHandler handler) {
    server =
        ServerBootstrap.bootstrap()
            .setLocalAddress(InetAddress.getLoopbackAddress())
            .setListenerPort(0)
            .setRequestRouter((request, context) -> handler)
            .create();
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  BaseAddress address() {
    return BaseAddress.of("http://127.0.0.1:" + server.getLocalPort() + "/auth").get();
  }

  @Override
  public void close() {
    server.close(CloseMode.IMMEDIATE);
  }
}
