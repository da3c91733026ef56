package dev.partnerauth.examples.micronaut;

import dev.partnerauth.AuthHealth;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.port.AuthRuntime;
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
 * restart brings no token. A node that is down gets no traffic, so this asks for a token; the cache
 * limits how often.
 */
@Readiness
@Singleton
final class TokenHealth implements HealthIndicator {

  private final PartnerAuth auth;
  private final AuthRuntime runtime;

  TokenHealth(PartnerAuth auth, AuthRuntime runtime) {
    this.auth = auth;
    this.runtime = runtime;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    AuthHealth health = auth.status().health(runtime.time().now());
    if (health == AuthHealth.DOWN) {
      auth.warmUp();
    }
    return Publishers.just(
        HealthResult.builder(
                "partnerAuth", health == AuthHealth.DOWN ? HealthStatus.DOWN : HealthStatus.UP)
            .details(Map.of("tokens", health.name()))
            .build());
  }
}
