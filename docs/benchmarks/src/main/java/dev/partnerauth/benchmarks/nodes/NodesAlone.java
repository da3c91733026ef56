package dev.partnerauth.benchmarks.nodes;

import dev.partnerauth.benchmarks.report.Results;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Eight processes that share nothing: what a shared store is to be compared with. */
public final class NodesAlone {

  private static final Duration STARTING = Duration.ofSeconds(15);
  private static final Duration TIME = Duration.ofSeconds(30);

  private NodesAlone() {}

  /** The argument is where the results go. */
  public static void main(String[] arguments) throws Exception {
    try (EightNodes nodes = EightNodes.start(NodeCache.Alone.class, URI.create("none:shared"))) {
      Thread.sleep(STARTING.toMillis());
      long begun = System.nanoTime();
      Thread.sleep(TIME.toMillis());
      nodes.report(
          new Results(Path.of(arguments[0])),
          "Eight processes that share nothing, tokens of 10 s, latency 200 ms",
          begun,
          System.nanoTime(),
          false);
    }
  }
}
