package dev.partnerauth.http.observe;

import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.IssueFailed;
import dev.partnerauth.event.AuthEvent.TokenIssued;
import dev.partnerauth.event.AuthEvent.TokenRenewed;
import dev.partnerauth.port.AuthEvents;
import dev.partnerauth.token.TokenLabel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * Counts and times events in a Micrometer registry; {@link MicrometerAuthStatus} adds what is so at
 * the moment. Purposes are no tags: how many there are is for each partner to say. Thread-safe.
 *
 * @since 0.1.0
 */
public final class MicrometerAuthEvents implements AuthEvents {

  private static final String NONE = "none";

  private final MeterRegistry registry;

  private MicrometerAuthEvents(MeterRegistry registry) {
    this.registry = registry;
  }

  public static MicrometerAuthEvents in(MeterRegistry registry) {
    return new MicrometerAuthEvents(registry);
  }

  @Override
  public void on(AuthEvent event) {
    Counter.builder("partnerauth.events")
        .description("What happened to tokens")
        .tags("client.id", event.clientId().value(), "event", Names.of(event))
        .register(registry)
        .increment();
    if (event instanceof TokenIssued issued) {
      request(issued.label(), "issued", NONE, issued.elapsed());
    } else if (event instanceof IssueFailed failed) {
      String turn = Names.turn(failed.failure());
      request(failed.label(), turn, Names.of(failed.failure()), failed.elapsed());
    } else if (event instanceof TokenRenewed renewed) {
      renewal(renewed);
    }
  }

  private void request(TokenLabel label, String outcome, String failure, Duration elapsed) {
    Timer.builder("partnerauth.requests")
        .description("Requests for a token, with what had to be obtained first")
        .tags(tags(label).and("outcome", outcome, "failure", failure))
        .register(registry)
        .record(elapsed);
  }

  private void renewal(TokenRenewed renewed) {
    Tags tags = tags(renewed.label());
    Timer.builder("partnerauth.token.age")
        .description("How old a token had become that was served until it was renewed")
        .tags(tags)
        .register(registry)
        .record(renewed.age());
    Timer.builder("partnerauth.renewal.lag")
        .description("How long a renewal was overdue")
        .tags(tags)
        .register(registry)
        .record(renewed.lag());
  }

  private static Tags tags(TokenLabel label) {
    return Tags.of("client.id", label.clientId().value(), "token.kind", Names.of(label.kind()));
  }
}
