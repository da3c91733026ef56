package dev.partnerauth.benchmarks.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;

/** A server in a Java of its own, which talks as {@link Serving} does. */
record ServerChild(Process process, BufferedReader told, int port) implements AutoCloseable {

  static ServerChild of(Process process) throws IOException {
    BufferedReader told = process.inputReader(US_ASCII);
    return new ServerChild(process, told, Integer.parseInt(told.readLine()));
  }

  /** What all its threads took of the processors until now. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  long usedHeap() throws IOException {
    Writer asking = process.outputWriter(US_ASCII);
    asking.write("heap\n");
    asking.flush();
    return Long.parseLong(told.readLine());
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
