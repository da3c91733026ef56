package dev.partnerauth.benchmarks.scenario;

import dev.partnerauth.benchmarks.Samples;
import dev.partnerauth.benchmarks.ScopedTokens;
import dev.partnerauth.benchmarks.TokenServer;
import dev.partnerauth.benchmarks.report.Results;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jol.info.GraphLayout;

/**
 * What a scoped token costs that is kept, beside its own characters: measured with a million, and
 * counted object by object with fewer. Nothing else holds on to a part of it: the service tokens
 * are gone.
 */
public final class HeapPerEntry {

  private static final int ENTRIES = 1_000_000;
  private static final int COUNTED = 10_000;
  private static final int TARGET = 500;
  private static final int COLLECTIONS = 3;
  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(15));

  private HeapPerEntry() {}

  /** The argument is where the results go. */
  public static void main(String[] arguments) throws InterruptedException {
    Results results = new Results(Path.of(arguments[0]));
    count(results);
    measure(results);
  }

  private static Tokens<ForScopedAccessToken, ScopedAccessToken> tokens(int maximumSize) {
    return CaffeineTokenCache.builder()
        .maximumSize(maximumSize)
        .build()
        .tokens(
            new ScopedTokens(new TokenServer(Duration.ofHours(12), Duration.ZERO).withoutJournal()),
            AuthRuntime.system());
  }

  private static void fill(Tokens<ForScopedAccessToken, ScopedAccessToken> tokens, int entries) {
    for (int i = 0; i < entries; i++) {
      tokens.get(key(i), Duration.ZERO, BUDGET).get();
    }
  }

  private static ForScopedAccessToken key(int number) {
    return new ForScopedAccessToken(Samples.FRONTEND.clientId(), Samples.serviceToken(number));
  }

  private static void measure(Results results) throws InterruptedException {
    Tokens<ForScopedAccessToken, ScopedAccessToken> tokens = tokens(ENTRIES);
    long used;
    try {
      fill(tokens, 1);
      long before = usedHeap();
      fill(tokens, ENTRIES);
      used = usedHeap() - before;
    } finally {
      Reference.reachabilityFence(tokens);
    }
    double whole = (double) used / ENTRIES;
    double above = whole - Samples.TOKEN_LENGTH;
    String scenario =
        "Heap: a million scoped tokens of " + Samples.TOKEN_LENGTH + " characters, one claim each";
    results.row(scenario, "bytes per entry, with the token's text", bytes(whole));
    results.row(
        scenario,
        "bytes per entry above the token's text",
        bytes(above),
        "<= " + TARGET,
        above <= TARGET);
  }

  private static String bytes(double number) {
    return Results.number("%.0f", number);
  }

  private static long usedHeap() throws InterruptedException {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      Thread.sleep(200);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Only classes of which there is at least one for each entry are told. */
  private static void count(Results results) {
    Tokens<ForScopedAccessToken, ScopedAccessToken> tokens = tokens(COUNTED);
    fill(tokens, COUNTED);
    GraphLayout graph = GraphLayout.parseInstance(tokens);
    results.forget("footprint");
    List<Class<?>> classes =
        graph.getClasses().stream()
            .filter(type -> graph.getClassCounts().count(type) >= COUNTED)
            .sorted(Comparator.comparing(Class::getName))
            .toList();
    for (Class<?> type : classes) {
      long objects = Math.round((double) graph.getClassCounts().count(type) / COUNTED);
      results.write(
          "footprint",
          type.getName(),
          objects,
          Math.round((double) graph.getClassSizes().count(type) / COUNTED));
    }
    results.write(
        "footprint",
        "a service token, were it kept as well, less its text",
        1,
        GraphLayout.parseInstance(Samples.serviceToken(1)).totalSize()
            - Samples.serviceToken(1).reveal().length());
    results.write(
        "footprint",
        "three API products, were their list made for each token",
        1,
        GraphLayout.parseInstance(
                Stream.of("interviews", "rocketdocuments", "binders")
                    .map(name -> String.copyValueOf(name.toCharArray()))
                    .toList())
            .totalSize());
  }
}
