package dev.partnerauth.http.observe;

import static dev.partnerauth.http.observe.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.AuthStatus;
import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.port.SharedStoreState;
import dev.partnerauth.port.Standing;
import dev.partnerauth.port.Time;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private static final Time STOPPED =
      new Time() {
        @Override
        public Instant now() {
          return NOW;
        }

        @Override
        public long nanos() {
          return 0;
        }
      };

  private final MeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void requestsAreTimedByOutcome() {
    MicrometerAuthEvents events = MicrometerAuthEvents.in(registry);

    Stream.of(Samples.ISSUED, Samples.ISSUED, Samples.FAILED).forEach(events::on);

    assertThat(told("partnerauth.requests"))
        .containsExactly(
            "{client.id=backend-key, failure=RateLimited, outcome=time, token.kind=service}"
                + " COUNT 1.0 TOTAL_TIME 0.03 MAX 0.03",
            "{client.id=backend-key, failure=none, outcome=issued, token.kind=service}"
                + " COUNT 2.0 TOTAL_TIME 0.24 MAX 0.12");
  }

  @Test
  void aRenewalTellsTheAgeOfWhatWasServedAndItsLag() {
    MicrometerAuthEvents.in(registry).on(Samples.RENEWED);

    assertThat(List.of(told("partnerauth.token.age"), told("partnerauth.renewal.lag")))
        .isEqualTo(
            List.of(
                List.of(
                    "{client.id=backend-key, token.kind=access}"
                        + " COUNT 1.0 TOTAL_TIME 32400.0 MAX 32400.0"),
                List.of(
                    "{client.id=backend-key, token.kind=access}"
                        + " COUNT 1.0 TOTAL_TIME 300.0 MAX 300.0")));
  }

  @Test
  void everyEventIsCountedByItsKind() {
    MicrometerAuthEvents events = MicrometerAuthEvents.in(registry);

    Stream.of(Samples.JOINED, Samples.JOINED, Samples.STORE_LOST).forEach(events::on);

    assertThat(told("partnerauth.events"))
        .containsExactly(
            "{client.id=backend-key, event=FlightJoined} COUNT 2.0",
            "{client.id=backend-key, event=SharedStoreLost} COUNT 1.0");
  }

  @Test
  void aLivingTokenIsShownWithTheTimeThatItHasLeft() {
    MicrometerAuthStatus.of(
            () -> status(Optional.of(NOW.plusSeconds(90)), false, SharedStoreState.CONNECTED),
            STOPPED)
        .bindTo(registry);

    assertThat(gauges()).isEqualTo(List.of("1.0", "0.0", "1.0", "90.0"));
  }

  @Test
  void anOutageIsShownWithTheTimeSinceItBegan() {
    MicrometerAuthStatus.of(
            () -> status(Optional.of(NOW.minusSeconds(1)), true, SharedStoreState.LOST), STOPPED)
        .bindTo(registry);

    assertThat(gauges()).isEqualTo(List.of("0.0", "300.0", "0.0", "0.0"));
  }

  @Test
  void whatThereIsNotIsNoNumber() {
    MicrometerAuthStatus.of(() -> status(Optional.empty(), false, SharedStoreState.NONE), STOPPED)
        .bindTo(registry);

    assertThat(gauges()).isEqualTo(List.of("1.0", "0.0", "NaN", "NaN"));
  }

  private static AuthStatus status(
      Optional<Instant> expiration, boolean inTrouble, SharedStoreState sharedStore) {
    Optional<RenewalTrouble> trouble =
        Optional.of(new RenewalTrouble(NOW.minusSeconds(300), Samples.LIMITED, NOW))
            .filter(any -> inTrouble);
    return new StandingTokens(
            new Standing<>(expiration.map(Samples::accessToken), trouble), sharedStore)
        .status();
  }

  private List<String> gauges() {
    return Stream.of("health", "renewal.failing", "shared.store", "token.remaining")
        .map(name -> registry.get("partnerauth." + name).tag("client.id", "backend-key").gauge())
        .map(gauge -> String.valueOf(gauge.value()))
        .toList();
  }

  /** Each meter of this name: its tags, and what it measured. */
  private List<String> told(String name) {
    return registry.getMeters().stream()
        .filter(meter -> meter.getId().getName().equals(name))
        .map(
            meter -> {
              TreeMap<String, String> tags = new TreeMap<>();
              meter.getId().getTags().forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
              StringBuilder line = new StringBuilder(tags.toString());
              StreamSupport.stream(meter.measure().spliterator(), false)
                  .forEach(
                      measured ->
                          line.append(" ")
                              .append(measured.getStatistic())
                              .append(" ")
                              .append(measured.getValue()));
              return line.toString();
            })
        .sorted()
        .toList();
  }
}
