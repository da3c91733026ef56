package dev.partnerauth.examples.micronaut;

import dev.partnerauth.AuthHealth;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.port.Time;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * Down only when there is no token and none can be had. A matter of readiness, never of liveness: a
 * restart brings no token.
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
    AuthHealth health = auth.status().health(time.now());
    return Publishers.just(
        HealthResult.builder(
                "partnerAuth", health == AuthHealth.DOWN ? HealthStatus.DOWN : HealthStatus.UP)
            .details(Map.of("tokens", health.name()))
            .build());
  }
}
