package dev.partnerauth.testkit.contract;

import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.http.settings.HttpSettings;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.settings.SandboxSettings;
import dev.partnerauth.testkit.time.MovableTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

class HttpAdapterKeepsTheContractTest extends AuthenticationApiContract {

  private final MovableTime time =
      MovableTime.stoppedAt(Instant.parse("2026-01-31T09:00:00.123456Z"));
  private final AuthSandbox sandbox = AuthSandbox.start(SandboxSettings.standard().at(time));
  private final HttpAuthenticationApi http =
      HttpAuthenticationApi.of(
          BaseAddress.of(sandbox.base()).get(),
          HttpSettings.standard(),
          AuthRuntime.system().runningOn(Runnable::run).at(time));

  @AfterEach
  void close() {
    http.close();
    sandbox.close();
  }

  @Override
  protected AuthenticationApi api() {
    return http;
  }

  @Override
  protected Instant now() {
    return time.now();
  }

  @Override
  protected void advance(Duration duration) {
    time.advance(duration);
  }
}
