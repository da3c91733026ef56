package dev.partnerauth.examples.springboot;

import dev.partnerauth.AuthHealth;
import dev.partnerauth.AuthStatus;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.AuthRuntime;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down only when there is no token and none can be had: a renewal that fails is no outage yet. A
 * node that is down gets no traffic, so this asks for it; the cache limits how often.
 */
@Component
class PartnerAuthHealthIndicator implements HealthIndicator {

  private final PartnerAuth auth;
  private final AuthRuntime runtime;

  PartnerAuthHealthIndicator(PartnerAuth auth, AuthRuntime runtime) {
    this.auth = auth;
    this.runtime = runtime;
  }

  @Override
  public Health health() {
    AuthStatus status = auth.status();
    AuthHealth tokens = status.health(runtime.time().now());
    if (tokens == AuthHealth.DOWN) {
      auth.warmUp();
    }
    Health.Builder health =
        (tokens == AuthHealth.DOWN ? Health.down() : Health.up()).withDetail("tokens", tokens);
    status.accessTokenExpiration().ifPresent(moment -> health.withDetail("expires", moment));
    status
        .lastFailure()
        .map(AuthFailure::describe)
        .ifPresent(failure -> health.withDetail("lastFailure", failure));
    return health.build();
  }
}
