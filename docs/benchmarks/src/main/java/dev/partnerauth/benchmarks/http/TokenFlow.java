package dev.partnerauth.benchmarks.http;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The three requests over loopback, each sampled run by itself, so that there is a median. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TokenFlow {

  /** Where the server is. */
  static final String SERVER = "benchmarks.server";

  @Param public Contestant contestant = Contestant.CLASSIC;

  private @Nullable Flow flow;

  @Setup
  public void open() {
    flow = contestant.open(URI.create(System.getProperty(SERVER)));
  }

  @Benchmark
  public String run() throws Exception {
    return opened().run();
  }

  @TearDown
  public void close() throws Exception {
    opened().close();
  }

  private Flow opened() {
    Flow opened = flow;
    if (opened == null) {
      throw new IllegalStateException("not opened");
    }
    return opened;
  }
}
