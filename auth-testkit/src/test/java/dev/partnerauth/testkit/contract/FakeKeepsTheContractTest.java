package dev.partnerauth.testkit.contract;

import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.testkit.FakeAuthenticationApi;
import dev.partnerauth.testkit.settings.SandboxSettings;
import dev.partnerauth.testkit.time.MovableTime;
import java.time.Duration;
import java.time.Instant;

class FakeKeepsTheContractTest extends AuthenticationApiContract {

  private final MovableTime time =
      MovableTime.stoppedAt(Instant.parse("2026-01-31T09:00:00.123456Z"));
  private final AuthenticationApi fake =
      FakeAuthenticationApi.of(SandboxSettings.standard().at(time));

  @Override
  protected AuthenticationApi api() {
    return fake;
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
