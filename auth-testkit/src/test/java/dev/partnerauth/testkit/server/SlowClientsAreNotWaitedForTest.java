package dev.partnerauth.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.port.Delays;
import dev.partnerauth.port.Time;
import dev.partnerauth.testkit.RawHttp;
import dev.partnerauth.testkit.SandboxCertificate;
import dev.partnerauth.testkit.engine.PlatformEngine;
import dev.partnerauth.testkit.engine.TokenEndpoints;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.Faults;
import dev.partnerauth.testkit.fault.Latency;
import dev.partnerauth.testkit.journal.Journal;
import dev.partnerauth.testkit.resource.Resources;
import dev.partnerauth.testkit.settings.SandboxSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowClientsAreNotWaitedForTest {

  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Faults faults = new Faults();
  private final PlatformServer server = PlatformServer.start(Optional.empty(), PATIENCE);
  private final URI root =
      server.listen(site(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)).root();

  private Site site() {
    PlatformEngine engine = new PlatformEngine(SandboxSettings.standard());
    Journal journal = new Journal(10);
    return new Site(
        List.of(),
        new PlatformRoutes(
            engine,
            new TokenEndpoints(engine, faults, journal),
            new Resources(engine, faults, journal),
            journal),
        new Exchanges(),
        Time.system(),
        Delays.on(Runnable::run));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aRequestThatDoesNotEndIsAnsweredWithAProblem() {
    RawHttp.Reply reply =
        new RawHttp(root)
            .raw(
                "POST /partners/v1/auth/accesstoken HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{");

    assertThat(reply.problem()).isEqualTo("408 application/problem+json Request timeout");
  }

  @Test
  void aConnectionThatSaysNothingIsClosed() throws IOException {
    try (Socket silent = new Socket(root.getHost(), root.getPort())) {
      silent.setSoTimeout(20_000);

      assertThat(new String(silent.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    }
  }

  @Test
  void aHandshakeThatDoesNotBeginIsEnded() throws IOException {
    PlatformServer tls =
        PlatformServer.start(Optional.of(SandboxCertificate.selfSigned().trusting()), PATIENCE);
    URI https =
        tls.listen(site(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)).root();
    try (Socket silent = new Socket(https.getHost(), https.getPort())) {
      silent.setSoTimeout(20_000);

      assertThat(silent.getInputStream().readAllBytes()).isEmpty();
    } finally {
      tls.close();
    }
  }

  @Test
  void aClientThatWaitsForALateAnswerIsNotSlow() {
    faults.arm(FaultPlan.times(1, Fault.slow(Latency.fixed(PATIENCE.multipliedBy(3)))));

    RawHttp.Reply reply = new RawHttp(root).json("POST", "/partners/v1/auth/accesstoken", "{}");

    assertThat(reply.status()).isEqualTo(400);
  }
}
