package dev.partnerauth.testkit.server;

import dev.partnerauth.port.Time;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.IOSessionListener;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** The connections that are open. Thread-safe. */
final class Connections implements IOSessionListener {

  private final Time time;

  /** One port of the other side may reach several of ours. */
  private final Map<Ends, Connection> open = new ConcurrentHashMap<>();

  Connections(Time time) {
    this.time = time;
  }

  private record Ends(SocketAddress remote, SocketAddress local) {}

  Optional<Connection> between(EndpointDetails ends) {
    return between(ends.getRemoteAddress(), ends.getLocalAddress());
  }

  /** A session that is closed has forgotten its addresses. */
  private Optional<Connection> between(
      @Nullable SocketAddress remote, @Nullable SocketAddress local) {
    return remote == null || local == null
        ? Optional.empty()
        : Optional.ofNullable(open.get(new Ends(remote, local)));
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
      // From here on it is watched here; until here, which TLS has to reach, the reactor did.
      session.setSocketTimeout(Timeout.DISABLED);
      open.put(
          new Ends(session.getRemoteAddress(), local),
          new Connection(session, local.getPort(), time));
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
    between(session.getRemoteAddress(), session.getLocalAddress()).ifPresent(Connection::heard);
  }

  @Override
  public void outputReady(IOSession session) {}

  @Override
  public void timeout(IOSession session) {}

  @Override
  public void exception(IOSession session, Exception thrown) {}
}
