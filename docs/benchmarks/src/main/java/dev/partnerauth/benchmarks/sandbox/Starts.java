package dev.partnerauth.benchmarks.sandbox;

import dev.partnerauth.benchmarks.report.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** From the start of a Java until a server in it has answered for the first time, in turns. */
public final class Starts {

  /** A line for each start. */
  public static final String FILE = "starts";

  static final int ROUNDS = 9;

  private static final List<Peer> PEERS =
      List.of(
          Peer.BARE, Peer.OURS, Peer.WIREMOCK_AS_IT_COMES, Peer.MOCK_WEB_SERVER, Peer.MOCK_OAUTH2);

  private Starts() {}

  /** The argument is where the results go. */
  public static void main(String[] arguments) throws IOException {
    Results results = new Results(Path.of(arguments[0])).of(Throughput.PART);
    results.forget(FILE);
    for (int round = 0; round < ROUNDS; round++) {
      for (Peer peer : PEERS) {
        long begun = System.nanoTime();
        try (ServerChild server = peer.start()) {
          new Load(server.port(), peer.request(), 1).requests(1);
          double millis = (System.nanoTime() - begun) / 1e6;
          results.write(FILE, peer, peer.title(), Results.number("%.1f", millis));
        }
      }
    }
  }
}
