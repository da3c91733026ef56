package dev.partnerauth.benchmarks.sandbox;

import dev.partnerauth.benchmarks.report.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many tokens a second, and how long each takes. The servers take turns. */
public final class Throughput {

  /** The part of the results that is about the sandbox. */
  public static final String PART = "sandbox";

  /** A line for each server and round. */
  public static final String FILE = "throughput";

  private static final List<Peer> PEERS =
      List.of(Peer.BARE, Peer.OURS, Peer.WIREMOCK, Peer.MOCK_WEB_SERVER, Peer.MOCK_OAUTH2);

  private static final int CONNECTIONS = 16;
  private static final Duration WARM_UP = Duration.ofSeconds(12);
  private static final Duration TURN = Duration.ofSeconds(3);
  private static final int ROUNDS = 7;

  private Throughput() {}

  /** The argument is where the results go. */
  public static void main(String[] arguments) throws IOException {
    Results results = new Results(Path.of(arguments[0])).of(PART);
    results.forget(FILE);
    results.forget("settings");
    results.write(
        "settings", CONNECTIONS, WARM_UP.toSeconds(), ROUNDS, TURN.toSeconds(), Starts.ROUNDS);
    Map<Peer, ServerChild> servers = new EnumMap<>(Peer.class);
    try {
      for (Peer peer : PEERS) {
        ServerChild server = peer.start();
        servers.put(peer, server);
        load(peer, server).during(WARM_UP);
      }
      for (int round = 0; round < ROUNDS; round++) {
        for (Map.Entry<Peer, ServerChild> turn : servers.entrySet()) {
          take(results, turn.getKey(), turn.getValue());
        }
      }
    } finally {
      for (ServerChild server : servers.values()) {
        server.close();
      }
    }
  }

  private static Load load(Peer peer, ServerChild server) {
    return new Load(server.port(), peer.request(), CONNECTIONS);
  }

  private static void take(Results results, Peer peer, ServerChild server) throws IOException {
    Duration before = server.processorTime();
    Load.Measured measured = load(peer, server).during(TURN);
    double nanos = server.processorTime().minus(before).toNanos();
    results.write(
        FILE,
        peer,
        peer.title(),
        Math.round(measured.perSecond()),
        Results.number("%.3f", measured.millis(0.5)),
        Results.number("%.3f", measured.millis(0.99)),
        Results.number("%.1f", nanos / 1e3 / measured.requests()));
  }
}
