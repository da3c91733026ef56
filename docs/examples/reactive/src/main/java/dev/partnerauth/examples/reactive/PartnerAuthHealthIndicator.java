package dev.partnerauth.examples.reactive;

import dev.partnerauth.AsyncPartnerAuth;
import dev.partnerauth.AuthHealth;
import dev.partnerauth.AuthStatus;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.AuthRuntime;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Down only without a usable token: a renewal that fails is no outage yet. A node that is down gets
 * no traffic, so this asks for it, without waiting; the cache limits how often.
 */
@Component
class PartnerAuthHealthIndicator implements ReactiveHealthIndicator {

  private final AsyncPartnerAuth auth;
  private final AuthRuntime runtime;

  PartnerAuthHealthIndicator(AsyncPartnerAuth auth, AuthRuntime runtime) {
    this.auth = auth;
    this.runtime = runtime;
  }

  @Override
  public Mono<Health> health() {
    return Mono.fromSupplier(() -> told(auth.status()));
  }

  private Health told(AuthStatus status) {
    AuthHealth tokens = status.health(runtime.time().now());
    if (tokens == AuthHealth.DOWN) {
      auth.warmUp();
    }
    Health.Builder health =
        switch (tokens) {
          case UNKNOWN -> Health.unknown();
          case UP, DEGRADED -> Health.up();
          case DOWN -> Health.down();
        };
    status
        .lastFailure()
        .map(AuthFailure::describe)
        .ifPresent(failure -> health.withDetail("lastFailure", failure));
    return health.withDetail("tokens", tokens.name()).build();
  }
}
