package dev.partnerauth.benchmarks.http;

import dev.partnerauth.benchmarks.report.Results;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the decoding with one thread. As with the reads, each round has Javas of its own. */
public final class HttpBenchmarks {

  /** Names the results of this package. */
  public static final String PART = "http";

  /** Names what was measured of calls. */
  static final String CALLS = "calls";

  private static final int ROUNDS = Integer.getInteger("benchmarks.http.rounds", 3);
  private static final int WARM_UPS = 6;
  private static final int ITERATIONS = 3;
  private static final TimeValue ITERATION =
      TimeValue.milliseconds(Integer.getInteger("benchmarks.http.millis", 1000));

  private HttpBenchmarks() {}

  /** The argument is where the results go. */
  public static void main(String[] arguments) throws RunnerException {
    Results results = new Results(Path.of(arguments[0])).of(PART);
    results.forget(CALLS);
    results.forget("settings");
    results.write("settings", ROUNDS, WARM_UPS, ITERATIONS, ITERATION);
    for (int round = 0; round < ROUNDS; round++) {
      write(results, new Runner(options().build()).run());
    }
  }

  private static ChainedOptionsBuilder options() {
    return new OptionsBuilder()
        .include(AnswerDecoding.class.getName().replace(".", "\\.") + "\\..*")
        .forks(1)
        .warmupIterations(WARM_UPS)
        .warmupTime(ITERATION)
        .measurementIterations(ITERATIONS)
        .measurementTime(ITERATION)
        .jvmArgs("-Xmx512m")
        .addProfiler(GCProfiler.class);
  }

  private static void write(Results results, Collection<RunResult> runs) {
    for (RunResult run : runs) {
      for (BenchmarkResult fork : run.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          Result<?> allocated = iteration.getSecondaryResults().get("gc.alloc.rate.norm");
          results.write(
              CALLS,
              name(run),
              1,
              iteration.getPrimaryResult().getScore(),
              allocated == null ? Double.NaN : allocated.getScore());
        }
      }
    }
  }

  private static String name(RunResult run) {
    return run.getParams()
        .getBenchmark()
        .substring(HttpBenchmarks.class.getPackageName().length() + 1);
  }
}
