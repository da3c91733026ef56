package dev.partnerauth.benchmarks.sandbox;

import dev.partnerauth.benchmarks.report.Results;
import dev.partnerauth.port.Budget;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.FakeAuthenticationApi;
import dev.partnerauth.testkit.Platform;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.token.AccessToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a sandbox holds on to, one kind of thing after the other, and that there is an end to it.
 */
public final class Holdings {

  private static final int TOKENS = 100_000;
  private static final int INTERVIEWS = 10_000;
  private static final int CONNECTIONS = 16;
  private static final long MARGIN = 1_000_000;

  /** The only one that the sandbox has. */
  private static final String TEMPLATE = "04d9d0ba-3113-40d3-9a4e-e7b226a72154";

  private static final String SCENARIO = "What a sandbox holds on to";

  private final Results results;
  private final Platform platform = Platform.standard();
  private final FakeAuthenticationApi api = FakeAuthenticationApi.to(platform);
  private long used;

  private Holdings(Results results) {
    this.results = results;
  }

  /** The argument is where the results go. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    new Holdings(new Results(Path.of(arguments[0])).of(Throughput.PART)).measure();
  }

  private void measure() throws IOException, InterruptedException {
    try (AuthSandbox sandbox = AuthSandbox.serving(platform, "127.0.0.1", 0)) {
      int port = sandbox.root().getPort();
      Load tokens = new Load(port, Peer.OURS.request(), CONNECTIONS);
      Load interviews = new Load(port, newInterview(), CONNECTIONS);
      // One of each, so that no class is loaded later.
      tokens.requests(CONNECTIONS);
      interviews.requests(CONNECTIONS);
      revoke(1);
      used = Serving.usedHeap();
      tokens.requests(TOKENS);
      tell(Results.number("%,d access tokens, of which the journal keeps its share", TOKENS));
      tokens.requests(TOKENS);
      tellNoMore("as many tokens again");
      interviews.requests(INTERVIEWS);
      tell(Results.number("%,d interviews, each with its binder", INTERVIEWS));
      interviews.requests(INTERVIEWS);
      tellNoMore("as many interviews again");
      revoke(TOKENS);
      tell(Results.number("%,d revoked tokens", TOKENS));
      revoke(TOKENS);
      tellNoMore("as many revoked tokens again");
    }
  }

  private byte[] newInterview() {
    return Peer.post(
        "/rocketdoc/v2/interviews",
        "application/json",
        "{\"templateId\":\"" + TEMPLATE + "\"," + "\"partyEmailAddress\":\"somebody@example.com\"}",
        "Authorization: Bearer " + token().reveal() + "\r\n");
  }

  private AccessToken token() {
    return api.accessToken(SeededApps.backend(), Budget.of(Duration.ofSeconds(15)))
        .toCompletableFuture()
        .join()
        .get();
  }

  private void revoke(int howMany) {
    for (int i = 0; i < howMany; i++) {
      platform.revoke(token());
    }
  }

  private void tell(String what) throws InterruptedException {
    results.row(SCENARIO, what, megabytes(more()));
  }

  private void tellNoMore(String what) throws InterruptedException {
    long more = more();
    results.row(SCENARIO, what, megabytes(more), "<= " + megabytes(MARGIN), more <= MARGIN);
  }

  private long more() throws InterruptedException {
    long before = used;
    used = Serving.usedHeap();
    return used - before;
  }

  private static String megabytes(long bytes) {
    return Results.number("%.1f MB", Math.max(0, bytes) / 1e6);
  }
}
