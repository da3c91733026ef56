package dev.partnerauth.benchmarks.reads;

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
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs all benchmarks of reads, with one thread and with two. Each round runs every benchmark once,
 * in a Java of its own, so that what else the machine does weighs on all of them alike. Every
 * iteration is written down.
 */
public final class ReadBenchmarks {

  private static final int ROUNDS = Integer.getInteger("benchmarks.rounds", 5);
  private static final int WARM_UPS = 2;
  private static final int ITERATIONS = 4;
  private static final TimeValue ITERATION = TimeValue.milliseconds(500);

  private ReadBenchmarks() {}

  /** The argument is where the results go. */
  public static void main(String[] arguments) throws RunnerException {
    Results results = new Results(Path.of(arguments[0]));
    results.forget("reads");
    results.forget("settings");
    results.write("settings", ROUNDS, WARM_UPS, ITERATIONS);
    for (int round = 0; round < ROUNDS; round++) {
      for (int threads = 1; threads <= 2; threads++) {
        write(results, threads, new Runner(options(threads)).run());
      }
    }
  }

  private static void write(Results results, int threads, Collection<RunResult> runs) {
    for (RunResult run : runs) {
      String benchmark = run.getParams().getBenchmark();
      String name = benchmark.substring(ReadBenchmarks.class.getPackageName().length() + 1);
      for (BenchmarkResult fork : run.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          Result<?> allocated = iteration.getSecondaryResults().get("gc.alloc.rate.norm");
          results.write(
              "reads",
              name,
              threads,
              iteration.getPrimaryResult().getScore(),
              allocated == null ? Double.NaN : allocated.getScore());
        }
      }
    }
  }

  private static Options options(int threads) {
    return new OptionsBuilder()
        .include(
            System.getProperty("benchmarks.reads", "dev\\.partnerauth\\.benchmarks\\.reads\\..*"))
        .threads(threads)
        .forks(1)
        .warmupIterations(WARM_UPS)
        .warmupTime(ITERATION)
        .measurementIterations(ITERATIONS)
        .measurementTime(ITERATION)
        .jvmArgsAppend("-Xms1g", "-Xmx1g")
        .addProfiler(GCProfiler.class)
        .build();
  }
}
