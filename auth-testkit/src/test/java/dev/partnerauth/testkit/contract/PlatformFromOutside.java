package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.http.settings.HttpSettings;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Time;
import dev.partnerauth.testkit.fidelity.FidelityReport;
import dev.partnerauth.testkit.fidelity.PlatformProbes;
import dev.partnerauth.testkit.time.MovableTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The contract, and what is assumed besides, on a platform of which a partner can change nothing.
 */
abstract class PlatformFromOutside extends AuthenticationApiContract {

  private final BaseAddress base;
  private final BackendApp backendApp;
  private final FrontendApp frontendApp;

  /** Stopped, because the contract compares moments exactly. */
  private final MovableTime time = MovableTime.stoppedAt(Time.system().now());

  private final HttpAuthenticationApi http;

  PlatformFromOutside(BaseAddress base, BackendApp backendApp, FrontendApp frontendApp) {
    this.base = base;
    this.backendApp = backendApp;
    this.frontendApp = frontendApp;
    this.http =
        HttpAuthenticationApi.of(base, HttpSettings.standard(), AuthRuntime.system().at(time));
  }

  @AfterEach
  void close() {
    http.close();
  }

  @Test
  void nothingThatIsAssumedIsContradicted() {
    FidelityReport report = report();

    assertThat(report.contradicted()).isEmpty();
  }

  FidelityReport report() {
    return PlatformProbes.report(base, backendApp, frontendApp);
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
  protected BackendApp backendApp() {
    return backendApp;
  }

  @Override
  protected FrontendApp frontendApp() {
    return frontendApp;
  }

  @Override
  protected void advance(Duration duration) {
    abort("the platform's clock cannot be moved");
  }

  @Override
  protected BackendApp appWithoutRole() {
    return abort("a partner has no app without the role for service tokens");
  }

  @Override
  protected BackendApp appNotYetApproved() {
    return abort("a partner has no app that is not yet approved");
  }

  @Test
  @Override
  void aBackendAppObtainsAnAccessTokenThatLivesTenHoursLessASecond() {
    abort("issued_at is by the platform's clock; expires_in is among what is probed");
  }

  @Test
  @Override
  void anAccessTokenKeepsTheProductsThatTheAppMayUse() {
    abort("the products are those of the app, whatever they are");
  }
}
