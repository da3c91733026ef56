package dev.partnerauth.testkit.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.IOSessionListener;

/** The connections that are open. Thread-safe. */
final class Connections implements IOSessionListener {

  /** By the address of the other side. */
  private final Map<SocketAddress, Open> open = new ConcurrentHashMap<>();

  /**
   * @param port at which it came in; a session forgets that when it is closed
   */
  private record Open(IOSession session, int port) {}

  Optional<IOSession> from(SocketAddress remote) {
    return Optional.ofNullable(open.get(remote)).map(Open::session);
  }

  /** All that came in at the port. */
  List<IOSession> at(int port) {
    return open.values().stream()
        .filter(connection -> connection.port() == port)
        .map(Open::session)
        .toList();
  }

  @Override
  public void connected(IOSession session) {
    if (session.getLocalAddress() instanceof InetSocketAddress local) {
      open.put(session.getRemoteAddress(), new Open(session, local.getPort()));
    }
  }

  @Override
  public void disconnected(IOSession session) {
    open.values().removeIf(connection -> connection.session().equals(session));
  }

  @Override
  public void startTls(IOSession session) {}

  @Override
  public void inputReady(IOSession session) {}

  @Override
  public void outputReady(IOSession session) {}

  @Override
  public void timeout(IOSession session) {}

  @Override
  public void exception(IOSession session, Exception thrown) {}
}
