package dev.partnerauth.benchmarks.http;

import java.io.IOException;

/**
 * A core for the client and one for the server, by {@code taskset}. Left to itself, Linux puts both
 * on one core or on two, as it happens, and on a virtual machine waking the other core costs more
 * than a whole exchange.
 */
enum Cores {
  CLIENT("0"),
  SERVER("1");

  private final String number;

  Cores(String number) {
    this.number = number;
  }

  /** Moves all threads of the process, and whatever it will start, here; whether that worked. */
  boolean take(ProcessHandle process) throws IOException {
    if (Runtime.getRuntime().availableProcessors() < 2) {
      return false;
    }
    try {
      return new ProcessBuilder("taskset", "-a", "-c", "-p", number, process.pid() + "")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchCommand) {
      return false;
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
