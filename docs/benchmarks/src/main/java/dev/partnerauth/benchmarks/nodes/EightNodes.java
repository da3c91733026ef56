package dev.partnerauth.benchmarks.nodes;

import dev.partnerauth.benchmarks.Children;
import dev.partnerauth.benchmarks.report.Results;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Eight processes that read the same tokens, and what the server sees of them. */
final class EightNodes implements AutoCloseable {

  static final int NODES = 8;
  static final Duration LIFE = Duration.ofSeconds(10);
  static final Duration LATENCY = Duration.ofMillis(200);

  /**
   * What a node told of one second.
   *
   * @param nanos when it told
   * @param store how it saw the shared store
   */
  record Told(long nanos, long failed, long slowestNanos, String store) {}

  private final CountingServer server;
  private final List<Process> processes = new ArrayList<>();
  private final Collection<Told> told = new ConcurrentLinkedQueue<>();

  private EightNodes(CountingServer server) {
    this.server = server;
  }

  static EightNodes start(Class<? extends NodeCache> cache, URI store) throws IOException {
    EightNodes nodes = new EightNodes(CountingServer.start(LATENCY));
    for (int i = 0; i < NODES; i++) {
      Process process =
          Children.startListening(
              Node.class,
              List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
              cache.getName(),
              store.toString(),
              Integer.toString(nodes.server.port()),
              Long.toString(LIFE.toMillis()));
      nodes.processes.add(process);
      Thread listener = new Thread(() -> nodes.listen(process), "listener");
      listener.setDaemon(true);
      listener.start();
    }
    return nodes;
  }

  private void listen(Process process) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
      String line = lines.readLine();
      while (line != null) {
        String[] fields = line.split("\t", -1);
        told.add(
            new Told(
                System.nanoTime(),
                Long.parseLong(fields[0]),
                Long.parseLong(fields[1]),
                fields[2]));
        line = lines.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Told> told() {
    return List.copyOf(told);
  }

  /** How often each key was asked for between two moments. */
  Map<String, Long> requests(long fromNanos, long toNanos) {
    return server.requests().stream()
        .filter(asked -> asked.nanos() >= fromNanos && asked.nanos() < toNanos)
        .collect(Collectors.groupingBy(CountingServer.Asked::key, Collectors.counting()));
  }

  /** Of a stretch of the run, as rows. */
  void report(Results results, String scenario, long fromNanos, long toNanos, double mostPerLife) {
    Map<String, Long> requests = requests(fromNanos, toNanos);
    double lives = (toNanos - fromNanos) / (double) LIFE.toNanos();
    double worst = requests.values().stream().mapToLong(Long::longValue).max().orElse(0) / lives;
    String measure = "requests for a key in 10 s, the most of " + requests.size() + " keys";
    if (Double.isNaN(mostPerLife)) {
      results.row(scenario, measure, Results.number("%.1f", worst));
    } else {
      results.row(
          scenario,
          measure,
          Results.number("%.1f", worst),
          Results.number("<= %.1f", mostPerLife),
          worst <= mostPerLife);
    }
    long failed =
        told().stream()
            .filter(second -> second.nanos() >= fromNanos && second.nanos() < toNanos)
            .mapToLong(Told::failed)
            .sum();
    results.row(scenario, "failed reads", failed + "", "0", failed == 0);
  }

  @Override
  public void close() throws IOException {
    processes.forEach(Process::destroy);
    server.close();
  }
}
