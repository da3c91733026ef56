package dev.partnerauth.benchmarks;

import dev.partnerauth.benchmarks.http.Crowd;
import dev.partnerauth.benchmarks.http.FlowTurns;
import dev.partnerauth.benchmarks.http.HttpBenchmarks;
import dev.partnerauth.benchmarks.nodes.NodesAlone;
import dev.partnerauth.benchmarks.nodes.RedisScenario;
import dev.partnerauth.benchmarks.reads.ReadBenchmarks;
import dev.partnerauth.benchmarks.report.Machine;
import dev.partnerauth.benchmarks.report.Report;
import dev.partnerauth.benchmarks.report.Results;
import dev.partnerauth.benchmarks.sandbox.Growth;
import dev.partnerauth.benchmarks.sandbox.Holdings;
import dev.partnerauth.benchmarks.sandbox.Starts;
import dev.partnerauth.benchmarks.sandbox.Throughput;
import dev.partnerauth.benchmarks.sandbox.WarmStart;
import dev.partnerauth.benchmarks.scenario.ColdKeys;
import dev.partnerauth.benchmarks.scenario.HeapPerEntry;
import dev.partnerauth.benchmarks.scenario.OutageRun;
import dev.partnerauth.benchmarks.scenario.RenewalRun;
import dev.partnerauth.benchmarks.scenario.Stampede;
import java.nio.file.Path;
import java.util.List;

/** Measures everything, each part in a Java of its own, and writes it down. */
public final class PerformanceRun {

  private static final List<String> SMALL = List.of("-Xmx512m");

  /** Counting objects means looking into the JDK's and into records. */
  private static final List<String> FOR_COUNTING =
      List.of(
          "-Xmx4g",
          "-Djdk.attach.allowAttachSelf",
          "-Djol.magicFieldOffset=true",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.time=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED");

  private PerformanceRun() {}

  /**
   * @param arguments where the results go, where the page and its plots go, and which part: {@code
   *     all}, {@code reads}, {@code http}, {@code scenarios}, {@code sandbox} or {@code page}
   */
  public static void main(String[] arguments) throws Exception {
    String data = arguments[0];
    Results results = new Results(Path.of(data));
    String part = arguments[2];
    if (part.equals("all") || results.read("machine").isEmpty()) {
      Machine.note(results);
    }
    if (part.equals("all") || part.equals("reads")) {
      Machine.noteLoad(results, "the reads");
      Children.run(ReadBenchmarks.class, SMALL, data);
    }
    if (part.equals("all") || part.equals("http")) {
      Machine.noteLoad(results, "the HTTP calls");
      Children.run(HttpBenchmarks.class, SMALL, data);
      Children.run(FlowTurns.class, List.of("-Xmx512m", "-XX:+UseSerialGC"), data);
      results.of(HttpBenchmarks.PART).forget("rows");
      Children.run(Crowd.class, SMALL, data, "ASYNC");
      Children.run(Crowd.class, SMALL, data, "CLASSIC");
      Children.run(Crowd.class, SMALL, data, "JDK");
    }
    if (part.equals("all") || part.equals("scenarios")) {
      Machine.noteLoad(results, "the whole runs");
      results.forget("rows");
      Children.run(Stampede.class, SMALL, data);
      Children.run(RenewalRun.class, SMALL, data);
      Children.run(OutageRun.class, SMALL, data);
      Children.run(ColdKeys.class, SMALL, data);
      Children.run(NodesAlone.class, SMALL, data);
      Children.run(RedisScenario.class, SMALL, data);
      Children.run(HeapPerEntry.class, FOR_COUNTING, data);
    }
    if (part.equals("all") || part.equals("sandbox")) {
      Machine.noteLoad(results, "the sandbox");
      results.of(Throughput.PART).forget("rows");
      Children.run(Starts.class, SMALL, data);
      Children.run(Throughput.class, SMALL, data);
      Children.run(WarmStart.class, SMALL, data);
      Children.run(Growth.class, SMALL, data);
      Children.run(Holdings.class, SMALL, data);
    }
    Report.write(results, Path.of(arguments[1]).normalize());
  }
}
