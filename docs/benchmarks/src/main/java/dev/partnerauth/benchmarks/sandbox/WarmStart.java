package dev.partnerauth.benchmarks.sandbox;

import dev.partnerauth.benchmarks.report.Results;
import dev.partnerauth.testkit.AuthSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

/** As in a run of many tests: a sandbox is started, asked for a token over HTTP, and closed. */
public final class WarmStart {

  private static final int BEFORE = 20;
  private static final int COUNTED = 50;
  private static final double TARGET = 50;

  private WarmStart() {}

  /** The argument is where the results go. */
  public static void main(String[] arguments) throws IOException {
    Results results = new Results(Path.of(arguments[0])).of(Throughput.PART);
    for (int i = 0; i < BEFORE; i++) {
      millis();
    }
    double[] sorted = new double[COUNTED];
    Arrays.setAll(sorted, i -> millis());
    Arrays.sort(sorted);
    double median = sorted[COUNTED / 2];
    String scenario = "A sandbox in a Java that has started " + BEFORE + " before";
    results.row(
        scenario,
        "start to first token, median of " + COUNTED,
        Results.number("%.1f ms", median),
        Results.number("< %.0f ms", TARGET),
        median < TARGET);
    results.row(scenario, "the slowest", Results.number("%.1f ms", sorted[COUNTED - 1]));
  }

  private static double millis() {
    long begun = System.nanoTime();
    try (AuthSandbox sandbox = AuthSandbox.start()) {
      new Load(sandbox.root().getPort(), Peer.OURS.request(), 1).requests(1);
      return (System.nanoTime() - begun) / 1e6;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
