package dev.partnerauth.testkit.server;

import dev.partnerauth.port.Time;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.IOSessionListener;

/** The connections that are open. Thread-safe. */
final class Connections implements IOSessionListener {

  private final Time time;

  /** By the address of the other side. */
  private final Map<SocketAddress, Connection> open = new ConcurrentHashMap<>();

  Connections(Time time) {
    this.time = time;
  }

  Optional<Connection> from(SocketAddress remote) {
    return Optional.ofNullable(open.get(remote));
  }

  /** All that came in at the port. */
  List<IOSession> at(int port) {
    return open.values().stream()
        .filter(connection -> connection.port() == port)
        .map(Connection::session)
        .toList();
  }

  boolean anyIsBusy() {
    return open.values().stream().anyMatch(Connection::isBusy);
  }

  void endOverdue(Duration patience) {
    open.values().forEach(connection -> connection.endIfOverdue(patience));
  }

  @Override
  public void connected(IOSession session) {
    if (session.getLocalAddress() instanceof InetSocketAddress local) {
      open.put(session.getRemoteAddress(), new Connection(session, local.getPort(), time));
    }
  }

  @Override
  public void disconnected(IOSession session) {
    open.values().removeIf(connection -> connection.session().equals(session));
  }

  @Override
  public void startTls(IOSession session) {}

  @Override
  public void inputReady(IOSession session) {
    SocketAddress remote = session.getRemoteAddress();
    if (remote != null) {
      from(remote).ifPresent(Connection::heard);
    }
  }

  @Override
  public void outputReady(IOSession session) {}

  @Override
  public void timeout(IOSession session) {}

  @Override
  public void exception(IOSession session, Exception thrown) {}
}
