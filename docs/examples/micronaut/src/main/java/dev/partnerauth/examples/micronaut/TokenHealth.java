package dev.partnerauth.examples.micronaut;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.port.Time;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/**
 * Down only without a usable general token. A matter of readiness, never of liveness: a restart
 * brings no token.
 */
@Readiness
@Singleton
final class TokenHealth implements HealthIndicator {

  private final PartnerAuth auth;
  private final Time time;

  TokenHealth(PartnerAuth auth, Time time) {
    this.auth = auth;
    this.time = time;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    boolean usable = auth.status().accessTokenExpiration().filter(time.now()::isBefore).isPresent();
    return Publishers.just(
        HealthResult.builder("partnerAuth", usable ? HealthStatus.UP : HealthStatus.DOWN).build());
  }
}
