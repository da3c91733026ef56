package dev.partnerauth.benchmarks.http;

import dev.partnerauth.benchmarks.Samples;
import dev.partnerauth.benchmarks.report.Results;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.http.transport.ApacheAsyncTransport;
import dev.partnerauth.http.transport.ApacheClassicTransport;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.http.transport.JdkTransport;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.token.AccessToken;
import io.vavr.control.Either;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Many exchanges at once, with one client, and each request sent once, so that none is mended. */
public final class Crowd {

  private static final int EXCHANGES = 2000;
  private static final Duration LATENCY = Duration.ofMillis(20);
  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(60)).once();

  /** As many as there are connections, and a few that do not depend on the load. */
  private static final int MOST_THREADS = NetworkSettings.standard().maxConnections() + 12;

  /** With which transport; each on threads of its own. */
  private enum With {
    ASYNC {
      @Override
      HttpTransport open() {
        return ApacheAsyncTransport.standard();
      }
    },
    CLASSIC {
      @Override
      HttpTransport open() {
        return ApacheClassicTransport.of(NetworkSettings.standard());
      }
    },
    JDK {
      @Override
      HttpTransport open() {
        return JdkTransport.standard();
      }
    };

    abstract HttpTransport open();
  }

  private Crowd() {}

  /** The arguments are where the results go, and with which transport. */
  public static void main(String[] arguments) throws Exception {
    Results results = new Results(Path.of(arguments[0])).of(HttpBenchmarks.PART);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    try (ServerProcess server = ServerProcess.start(LATENCY)) {
      int before = threads.getThreadCount();
      threads.resetPeakThreadCount();
      try (HttpTransport transport = With.valueOf(arguments[1]).open()) {
        long begun = System.nanoTime();
        long failed = failed(server, transport);
        double seconds = (System.nanoTime() - begun) / 1e9;
        report(
            results,
            transport.getClass().getSimpleName(),
            failed,
            threads.getPeakThreadCount() - before,
            seconds);
      }
    }
  }

  private static long failed(ServerProcess server, HttpTransport transport) {
    HttpAuthenticationApi api =
        HttpAuthenticationApi.of(
            BaseAddress.of(server.base()).get(),
            transport,
            CallSettings.standard(),
            AuthRuntime.system());
    List<CompletableFuture<Either<AuthFailure, AccessToken>>> calls =
        Stream.generate(() -> api.accessToken(Samples.BACKEND, BUDGET).toCompletableFuture())
            .limit(EXCHANGES)
            .toList();
    return calls.stream()
        .map(CompletableFuture::join)
        .filter(Either::isLeft)
        .peek(failure -> System.err.println(failure.getLeft().describe()))
        .count();
  }

  private static void report(
      Results results, String transport, long failed, int threads, double seconds) {
    String scenario =
        "%d exchanges at once, one client, latency %d ms, %s"
            .formatted(EXCHANGES, LATENCY.toMillis(), transport);
    results.row(scenario, "failed exchanges", failed + "", "0", failed == 0);
    results.row(
        scenario,
        "most threads beyond those before",
        threads + "",
        "<= " + MOST_THREADS,
        threads <= MOST_THREADS);
    results.row(scenario, "time for all", Results.number("%.1f s", seconds));
  }
}
