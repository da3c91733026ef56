package dev.partnerauth.http.observe;

import dev.partnerauth.AuthHealth;
import dev.partnerauth.AuthStatus;
import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.port.SharedStoreState;
import dev.partnerauth.port.Time;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Gauges of how an app's tokens stand, read whenever the registry is. Thread-safe.
 *
 * @since 0.1.0
 */
public final class MicrometerAuthStatus implements MeterBinder {

  private final Supplier<AuthStatus> status;
  private final Time time;

  private MicrometerAuthStatus(Supplier<AuthStatus> status, Time time) {
    this.status = status;
    this.time = time;
  }

  /**
   * @param status of one app, always the same, such as {@code auth::status}
   * @param time of the runtime that it comes from
   */
  public static MicrometerAuthStatus of(Supplier<AuthStatus> status, Time time) {
    return new MicrometerAuthStatus(status, time);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Tags tags = Tags.of("client.id", status.get().clientId().value());
    Gauge.builder("partnerauth.health", this::health)
        .description("0 when no token is usable and none can be had, otherwise 1")
        .tags(tags)
        .register(registry);
    Gauge.builder("partnerauth.shared.store", this::sharedStore)
        .description("1 when connected, 0 when lost, not a number when there is none")
        .tags(tags)
        .register(registry);
    TimeGauge.builder("partnerauth.token.remaining", this::remaining, TimeUnit.MILLISECONDS)
        .description("How long the general access token still lives; not a number without one")
        .tags(tags)
        .register(registry);
    TimeGauge.builder("partnerauth.renewal.failing", this::failing, TimeUnit.MILLISECONDS)
        .description("For how long the general access token could not be renewed")
        .tags(tags)
        .register(registry);
  }

  private Number health() {
    return status.get().health(time.now()) == AuthHealth.DOWN ? 0 : 1;
  }

  private Number sharedStore() {
    SharedStoreState state = status.get().sharedStore();
    if (state == SharedStoreState.NONE) {
      return Double.NaN;
    }
    return state == SharedStoreState.CONNECTED ? 1 : 0;
  }

  private Number remaining() {
    Instant now = time.now();
    return status
        .get()
        .accessTokenExpiration()
        .<Number>map(expiration -> Math.max(0, Duration.between(now, expiration).toMillis()))
        .orElse(Double.NaN);
  }

  private Number failing() {
    Instant now = time.now();
    return status
        .get()
        .renewalTrouble()
        .map(RenewalTrouble::since)
        .map(since -> Duration.between(since, now).toMillis())
        .orElse(0L);
  }
}
