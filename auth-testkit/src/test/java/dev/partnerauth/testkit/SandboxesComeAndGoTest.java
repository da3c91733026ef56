package dev.partnerauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.TransientFailure.Unreachable;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.Latency;
import dev.partnerauth.testkit.journal.Count;
import dev.partnerauth.testkit.settings.SandboxSettings;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.token.AccessToken;
import io.vavr.control.Either;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class SandboxesComeAndGoTest {

  @Test
  void anOutageRefusesConnectionsAndEndsAtTheSamePort() {
    try (AuthSandbox sandbox = AuthSandbox.start();
        HttpAuthenticationApi api =
            HttpAuthenticationApi.of(BaseAddress.of(sandbox.base()).get())) {
      PartnerAuth auth = PartnerAuth.of(api, SeededApps.backend(), TokenCache.none());
      Either<AuthFailure, AccessToken> before = auth.accessToken();
      sandbox.refuseConnections();
      Either<AuthFailure, AccessToken> during = auth.accessToken();
      sandbox.acceptConnections();
      Either<AuthFailure, AccessToken> after = auth.accessToken();

      assertThat(
              List.of(before.isRight(), during.getLeft() instanceof Unreachable, after.isRight()))
          .containsExactly(true, true, true);
    }
  }

  @Test
  void aSandboxOnASharedServerSaysThatItCannotBeAway() {
    try (SandboxServer server = SandboxServer.start();
        AuthSandbox sandbox = server.serve(Platform.standard())) {
      assertThatThrownBy(sandbox::refuseConnections)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Start one of its own");
    }
  }

  @Test
  void aRequestThatHasComeIsAnsweredBeforeTheSandboxStops() throws Exception {
    AuthSandbox sandbox = AuthSandbox.start();
    sandbox.plan(FaultPlan.times(1, Fault.slow(Latency.fixed(Duration.ofMillis(700)))));
    CompletableFuture<Integer> answered = new CompletableFuture<>();
    Thread client =
        new Thread(
            () ->
                answered.complete(
                    RawHttp.to(sandbox)
                        .json("POST", "/partners/v1/auth/accesstoken", "{}")
                        .status()));
    client.start();
    sandbox.journal().requestsReceived(Count.once(), Duration.ofSeconds(10));

    sandbox.stop(Duration.ofSeconds(10));

    assertThat(answered.get(10, TimeUnit.SECONDS)).isEqualTo(400);
  }

  @Test
  void httpsIsServedWithACertificateThatWasJustMade() throws Exception {
    SandboxCertificate certificate = SandboxCertificate.selfSigned();
    try (AuthSandbox sandbox =
        AuthSandbox.serving(Platform.of(SandboxSettings.standard()), certificate, "127.0.0.1", 0)) {
      assertThat(List.of(sandbox.root().getScheme(), health(sandbox, certificate.trusting())))
          .containsExactly("https", "{\"status\":\"UP\"}");
    }
  }

  @Test
  void nobodyTrustsACertificateWhoIsNotToldTo() throws Exception {
    SandboxCertificate certificate = SandboxCertificate.selfSigned();
    try (AuthSandbox sandbox =
        AuthSandbox.serving(Platform.of(SandboxSettings.standard()), certificate, "127.0.0.1", 0)) {
      assertThatThrownBy(() -> health(sandbox, SSLContext.getDefault()))
          .isInstanceOf(SSLException.class);
    }
  }

  private static String health(AuthSandbox sandbox, SSLContext trust)
      throws IOException, InterruptedException {
    return HttpClient.newBuilder()
        .sslContext(trust)
        .build()
        .send(
            HttpRequest.newBuilder(sandbox.root().resolve("/health")).build(),
            BodyHandlers.ofString())
        .body();
  }
}
