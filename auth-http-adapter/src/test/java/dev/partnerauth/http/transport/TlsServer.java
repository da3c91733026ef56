package dev.partnerauth.http.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;

/** A real server that speaks TLS, and remembers who came and how. */
final class TlsServer implements AutoCloseable {

  private final HttpServer server;
  private final List<String> clients = new CopyOnWriteArrayList<>();
  private final List<String> proxyLogins = new CopyOnWriteArrayList<>();

  private TlsServer(SSLContext context, boolean clientsMustShowAKey, String... protocols) {
    server =
        ServerBootstrap.bootstrap()
            .setLocalAddress(InetAddress.getLoopbackAddress())
            .setListenerPort(0)
            .setSslContext(context)
            .setSslSetupHandler(parameters -> prepare(parameters, clientsMustShowAKey, protocols))
            .setRequestRouter(
                (request, route) ->
                    (asked, response, exchange) -> {
                      remember(asked, exchange);
                      response.setCode(204);
                    })
            .create();
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TlsServer of(SSLContext context) {
    return new TlsServer(context, false);
  }

  static TlsServer thatAsksForAKey(SSLContext context) {
    return new TlsServer(context, true);
  }

  static TlsServer speakingOnly(SSLContext context, String protocol) {
    return new TlsServer(context, false, protocol);
  }

  private static void prepare(
      SSLParameters parameters, boolean clientsMustShowAKey, String... protocols) {
    parameters.setNeedClientAuth(clientsMustShowAKey);
    if (protocols.length > 0) {
      parameters.setProtocols(protocols);
    }
  }

  private void remember(HttpRequest request, HttpContext exchange) {
    SSLSession session = HttpCoreContext.cast(exchange).getSSLSession();
    try {
      clients.add(session.getPeerPrincipal().getName());
    } catch (SSLPeerUnverifiedException anonymous) {
      clients.add("anonymous");
    }
    if (request.containsHeader("Proxy-Authorization")) {
      proxyLogins.add(request.getFirstHeader("Proxy-Authorization").getValue());
    }
  }

  /** Who sent the requests, by the names in their certificates. */
  List<String> clients() {
    return List.copyOf(clients);
  }

  /** What of the proxy's business came this far: nothing should. */
  List<String> proxyLogins() {
    return List.copyOf(proxyLogins);
  }

  int port() {
    return server.getLocalPort();
  }

  URI uri(String host) {
    return URI.create("https://" + host + ":" + port() + "/");
  }

  @Override
  public void close() {
    server.close(CloseMode.IMMEDIATE);
  }
}
