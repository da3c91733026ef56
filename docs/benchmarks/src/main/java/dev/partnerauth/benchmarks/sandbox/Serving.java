package dev.partnerauth.benchmarks.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;

/** What a server's Java says to the one that measures it. */
final class Serving {

  private static final int COLLECTIONS = 3;

  private Serving() {}

  /**
   * Writes the port on a line, then, for each line that it reads, how much heap is in use. Ends
   * this Java at the end of its input.
   */
  static void at(int port) throws IOException, InterruptedException {
    System.out.println(port);
    BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, US_ASCII));
    while (asked.readLine() != null) {
      System.out.println(usedHeap());
    }
    Runtime.getRuntime().halt(0);
  }

  static long usedHeap() throws InterruptedException {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      Thread.sleep(200);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
