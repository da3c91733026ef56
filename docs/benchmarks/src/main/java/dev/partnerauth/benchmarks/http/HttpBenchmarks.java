package dev.partnerauth.benchmarks.http;

import dev.partnerauth.benchmarks.report.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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

/**
 * Runs the flows and the decoding with one thread. As with the reads, each round runs every
 * contestant once, in a Java of its own; one server answers them all. The median of every iteration
 * is written down.
 */
public final class HttpBenchmarks {

  /** Names the results of this package. */
  public static final String PART = "http";

  private static final int ROUNDS = Integer.getInteger("benchmarks.http.rounds", 3);
  private static final int WARM_UPS = 3;
  private static final int ITERATIONS = 3;
  private static final TimeValue ITERATION =
      TimeValue.milliseconds(Integer.getInteger("benchmarks.http.millis", 1000));

  private HttpBenchmarks() {}

  /** The argument is where the results go. */
  public static void main(String[] arguments) throws IOException, RunnerException {
    Results results = new Results(Path.of(arguments[0])).of(PART);
    results.forget("calls");
    results.forget("settings");
    results.write("settings", ROUNDS, WARM_UPS, ITERATIONS, ITERATION);
    try (ServerProcess server = ServerProcess.start(Duration.ZERO)) {
      for (int round = 0; round < ROUNDS; round++) {
        run(
            results,
            options(TokenFlow.class)
                .jvmArgsAppend("-Xmx512m", "-D" + TokenFlow.SERVER + "=" + server.base()));
        run(results, options(AnswerDecoding.class).jvmArgsAppend("-Xmx512m"));
      }
    }
  }

  private static ChainedOptionsBuilder options(Class<?> benchmarks) {
    return new OptionsBuilder()
        .include(benchmarks.getName().replace(".", "\\.") + "\\..*")
        .forks(1)
        .warmupIterations(WARM_UPS)
        .warmupTime(ITERATION)
        .measurementIterations(ITERATIONS)
        .measurementTime(ITERATION)
        .addProfiler(GCProfiler.class);
  }

  private static void run(Results results, ChainedOptionsBuilder options) throws RunnerException {
    write(results, new Runner(options.build()).run());
  }

  private static void write(Results results, Collection<RunResult> runs) {
    for (RunResult run : runs) {
      for (BenchmarkResult fork : run.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          Result<?> allocated = iteration.getSecondaryResults().get("gc.alloc.rate.norm");
          results.write(
              "calls",
              name(run),
              1,
              iteration.getPrimaryResult().getStatistics().getPercentile(50),
              allocated == null ? Double.NaN : allocated.getScore());
        }
      }
    }
  }

  private static String name(RunResult run) {
    String contestant = run.getParams().getParam("contestant");
    String benchmark = run.getParams().getBenchmark();
    return contestant == null
        ? benchmark.substring(HttpBenchmarks.class.getPackageName().length() + 1)
        : contestant;
  }
}
