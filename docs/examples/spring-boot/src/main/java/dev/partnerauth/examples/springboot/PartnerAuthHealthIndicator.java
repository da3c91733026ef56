package dev.partnerauth.examples.springboot;

import dev.partnerauth.AuthStatus;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.AuthRuntime;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down only without a usable token: a renewal that fails is no outage yet. */
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
    boolean usable =
        status.accessTokenExpiration().filter(runtime.time().now()::isBefore).isPresent();
    Health.Builder health = usable ? Health.up() : Health.down();
    status.accessTokenExpiration().ifPresent(moment -> health.withDetail("expires", moment));
    status
        .lastFailure()
        .map(AuthFailure::describe)
        .ifPresent(failure -> health.withDetail("lastFailure", failure));
    return health.build();
  }
}
