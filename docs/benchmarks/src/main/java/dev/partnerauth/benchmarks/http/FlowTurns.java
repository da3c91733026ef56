package dev.partnerauth.benchmarks.http;

import com.sun.management.ThreadMXBean;
import dev.partnerauth.benchmarks.report.Results;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * The three requests over loopback. The contestants take turns in one Java, since a machine that
 * others use may be slow for seconds, and then is slow for all of them. Each turn's median is
 * written down.
 */
public final class FlowTurns {

  /** Names the settings among the results. */
  public static final String SETTINGS = "flow-settings";

  private static final int TURNS_TO_WARM_UP = Integer.getInteger("benchmarks.http.warm-ups", 60);
  private static final int TURNS = Integer.getInteger("benchmarks.http.turns", 60);
  private static final int FLOWS = 300;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private FlowTurns() {}

  /** The argument is where the results go. */
  public static void main(String[] arguments) throws Exception {
    Results results = new Results(Path.of(arguments[0])).of(HttpBenchmarks.PART);
    try (ServerProcess server = ServerProcess.start(Duration.ZERO)) {
      boolean apart =
          Cores.SERVER.take(server.process().toHandle())
              && Cores.CLIENT.take(ProcessHandle.current());
      results.forget(SETTINGS);
      results.write(SETTINGS, TURNS_TO_WARM_UP, TURNS, FLOWS, apart);
      Map<Contestant, Flow> flows = new EnumMap<>(Contestant.class);
      for (Contestant contestant : Contestant.values()) {
        flows.put(contestant, contestant.open(server.base()));
      }
      for (int turn = 0; turn < TURNS_TO_WARM_UP; turn++) {
        for (Flow flow : flows.values()) {
          turn(flow);
        }
      }
      for (int turn = 0; turn < TURNS; turn++) {
        for (Map.Entry<Contestant, Flow> contestant : flows.entrySet()) {
          long before = allocated();
          double median = turn(contestant.getValue());
          double bytes = (allocated() - before) / (double) FLOWS;
          results.write(HttpBenchmarks.CALLS, contestant.getKey(), 1, median, bytes);
        }
      }
      for (Flow flow : flows.values()) {
        flow.close();
      }
    }
  }

  /** The median, in microseconds. */
  private static double turn(Flow flow) throws Exception {
    long[] nanos = new long[FLOWS];
    for (int i = 0; i < FLOWS; i++) {
      long begun = System.nanoTime();
      String token = flow.run();
      nanos[i] = System.nanoTime() - begun;
      if (token.isEmpty()) {
        throw new IOException("no token");
      }
    }
    Arrays.sort(nanos);
    return nanos[FLOWS / 2] / 1e3;
  }

  /** By all threads that live, in bytes. */
  private static long allocated() {
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }
}
