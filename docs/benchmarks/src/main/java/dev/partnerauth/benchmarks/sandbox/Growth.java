package dev.partnerauth.benchmarks.sandbox;

import dev.partnerauth.benchmarks.report.Results;
import java.io.IOException;
import java.nio.file.Path;

/** Whether a server's heap grows with the requests that it has answered. */
public final class Growth {

  /** More than the sandbox's journal keeps. */
  private static final int REQUESTS = 20_000;

  /** To those that answer a few hundred a second. */
  private static final int FEW_REQUESTS = 2_000;

  private static final int CONNECTIONS = 16;
  private static final long TARGET = 1_000_000;

  private Growth() {}

  /** The argument is where the results go. */
  public static void main(String[] arguments) throws IOException {
    Results results = new Results(Path.of(arguments[0])).of(Throughput.PART);
    measure(results, Peer.BARE, REQUESTS);
    measure(results, Peer.OURS, REQUESTS);
    measure(results, Peer.WIREMOCK_AS_IT_COMES, REQUESTS);
    measure(results, Peer.MOCK_WEB_SERVER, FEW_REQUESTS);
    measure(results, Peer.MOCK_OAUTH2, FEW_REQUESTS);
  }

  private static void measure(Results results, Peer peer, int requests) throws IOException {
    try (ServerChild server = peer.start()) {
      Load load = new Load(server.port(), peer.request(), CONNECTIONS);
      load.requests(requests);
      long once = server.usedHeap();
      load.requests(3 * requests);
      long growth = Math.max(0, server.usedHeap() - once);
      String scenario = "Heap after many requests: " + peer.title();
      results.row(
          scenario, Results.number("after %,d", requests), Results.number("%.1f MB", once / 1e6));
      String measure = Results.number("more after %,d", 4 * requests);
      String measured = Results.number("%.1f MB", growth / 1e6);
      if (peer == Peer.OURS) {
        results.row(
            scenario, measure, measured, "<= " + TARGET / 1_000_000 + " MB", growth <= TARGET);
      } else {
        results.row(scenario, measure, measured);
      }
    }
  }
}
