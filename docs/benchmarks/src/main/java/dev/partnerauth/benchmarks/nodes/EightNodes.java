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
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
      // A node that was told to end closes its stream while it is read.
      if (process.isAlive()) {
        throw new UncheckedIOException(e);
      }
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

  /**
   * Of a stretch of the run, as rows.
   *
   * @param shared whether each renewal is to be sent by one node only
   */
  void report(Results results, String scenario, long fromNanos, long toNanos, boolean shared) {
    if (!processes.stream().allMatch(Process::isAlive)) {
      throw new IllegalStateException("a node has ended before its time");
    }
    Map<String, Long> requests = requests(fromNanos, toNanos);
    double lives = (toNanos - fromNanos) / (double) LIFE.toNanos();
    double most = requests.values().stream().mapToLong(Long::longValue).max().orElse(0) / lives;
    results.row(
        scenario,
        "requests for a key in 10 s, the most of " + requests.size() + " keys",
        Results.number("%.1f", most));
    if (shared) {
      long needless = needless(fromNanos, toNanos);
      results.row(
          scenario,
          "requests for a key within half a life of the one before",
          needless + "",
          "0",
          needless == 0);
    }
    long failed = between(fromNanos, toNanos).mapToLong(Told::failed).sum();
    results.row(scenario, "failed reads", failed + "", "0", failed == 0);
  }

  /** The slowest read of the general access token, as a row. */
  void reportSlowest(
      Results results, String scenario, long fromNanos, long toNanos, Duration mostAllowed) {
    long slowest = between(fromNanos, toNanos).mapToLong(Told::slowestNanos).max().orElse(0);
    results.row(
        scenario,
        "slowest read",
        Results.number("%.1f ms", slowest / 1e6),
        "<= " + mostAllowed.toMillis() + " ms",
        slowest <= mostAllowed.toNanos());
  }

  private Stream<Told> between(long fromNanos, long toNanos) {
    return told().stream()
        .filter(second -> second.nanos() >= fromNanos && second.nanos() < toNanos);
  }

  private long needless(long fromNanos, long toNanos) {
    Map<String, List<Long>> moments =
        server.requests().stream()
            .filter(asked -> asked.nanos() >= fromNanos && asked.nanos() < toNanos)
            .collect(
                Collectors.groupingBy(
                    CountingServer.Asked::key,
                    Collectors.mapping(CountingServer.Asked::nanos, Collectors.toList())));
    return moments.values().stream().mapToLong(EightNodes::closeTogether).sum();
  }

  private static long closeTogether(List<Long> moments) {
    List<Long> sorted = moments.stream().sorted().toList();
    return IntStream.range(1, sorted.size())
        .filter(i -> sorted.get(i) - sorted.get(i - 1) < LIFE.toNanos() / 2)
        .count();
  }

  @Override
  public void close() throws IOException {
    processes.forEach(Process::destroy);
    server.close();
  }
}
