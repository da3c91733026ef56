package dev.partnerauth.http.observe;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.event.AuthEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.spi.LoggingEventAware;

class LogLinesTest {

  private static final String LIMITED =
      "auth.failure=RateLimited auth.turn=time auth.http_status=429"
          + " auth.error_code=policies.ratelimit auth.request_id=request-1 auth.tries=1"
          + " auth.retry_after_ms=7000";

  private final LineKeeper logger = new LineKeeper(Level.DEBUG);

  @Test
  void eachEventIsOneLineWithItsLevelAndFacts() {
    Samples.everyKind().forEach(Slf4jAuthEvents.to(logger)::on);

    assertThat(logger.lines)
        .containsExactly(
            "INFO TokenIssued"
                + of("TokenIssued", "service auth.purpose=api.rocketlawyer.com/rocketdoc")
                + " auth.token=3c469e9d auth.expiration=2026-03-01T12:00:00Z auth.elapsed_ms=120",
            "WARN IssueFailed: The server limits the rate of requests. Wait PT7S."
                + of("IssueFailed", "service auth.purpose=api.rocketlawyer.com/rocketdoc ")
                + LIMITED
                + " auth.elapsed_ms=30",
            "INFO AccessTokenRejected" + of("AccessTokenRejected") + " auth.token=3c469e9d",
            "WARN NextCredentialsTried" + of("NextCredentialsTried"),
            "WARN AppSharedWithBackend" + of("AppSharedWithBackend"),
            "WARN SecretsAreLogged" + of("SecretsAreLogged") + " auth.loggers=wire headers",
            "WARN ClockSkewObserved" + of("ClockSkewObserved") + " auth.server_ahead_ms=-60000",
            "WARN ExpirationDiffers"
                + of("ExpirationDiffers", "service auth.purpose=api.rocketlawyer.com/rocketdoc")
                + " auth.asked=2026-03-01T12:00:00Z auth.answered=2026-03-01T12:00:01Z",
            "WARN DeadOnArrival"
                + of("DeadOnArrival", "access")
                + " auth.token=3c469e9d auth.expiration=2026-03-01T12:00:00Z",
            "INFO TokenRenewed"
                + of("TokenRenewed", "access")
                + " auth.token=3c469e9d auth.replaced=cba06b57"
                + " auth.age_ms=32400000 auth.lag_ms=300000",
            "WARN RenewalFailed: The server limits the rate of requests. Wait PT7S."
                + of("RenewalFailed", "access ")
                + LIMITED
                + " auth.since=2026-03-01T12:00:00Z auth.next_attempt=2026-03-01T12:00:30Z",
            "WARN ServedWhileRenewalFails"
                + of("ServedWhileRenewalFails", "access")
                + " auth.token=3c469e9d auth.until=2026-03-01T12:00:00Z",
            "DEBUG FlightJoined"
                + of("FlightJoined", "service auth.purpose=api.rocketlawyer.com/rocketdoc"),
            "INFO TokenInvalidated" + of("TokenInvalidated", "access") + " auth.token=3c469e9d",
            "WARN SharedStoreLost" + of("SharedStoreLost") + " auth.reason=connection refused",
            "INFO SharedStoreRegained" + of("SharedStoreRegained"),
            "WARN SharedEntryUnreadable"
                + of("SharedEntryUnreadable", "access")
                + " auth.reason=no key opens it");
  }

  private static String of(String event) {
    return " | auth.event=" + event + " auth.client_id=backend-key";
  }

  private static String of(String event, String kindAndPurpose) {
    return of(event) + " auth.token_kind=" + kindAndPurpose;
  }

  @Test
  void noKindIsForgotten() {
    Set<Class<?>> kinds = Samples.everyKind().stream().map(Object::getClass).collect(toSet());

    assertThat(kinds).isEqualTo(kinds(AuthEvent.class).collect(toSet()));
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(LogLinesTest::kinds)
        : Stream.of(type);
  }

  @Test
  void aLevelThatIsOffIsNotWritten() {
    LineKeeper warnings = new LineKeeper(Level.WARN);
    Slf4jAuthEvents events = Slf4jAuthEvents.to(warnings);

    Stream.of(Samples.JOINED, Samples.RENEWED, Samples.STORE_LOST).forEach(events::on);

    assertThat(warnings.lines)
        .containsExactly(
            "WARN SharedStoreLost" + of("SharedStoreLost") + " auth.reason=connection refused");
  }

  @Test
  void theLoggerHasANameThatCanBeConfigured() {
    assertThat(Slf4jAuthEvents.LOGGER).isEqualTo("dev.partnerauth.events");
  }

  /** A logger that keeps what it is given. */
  private static final class LineKeeper extends AbstractLogger implements LoggingEventAware {

    private final List<String> lines = new ArrayList<>();
    private final Level least;

    LineKeeper(Level least) {
      this.least = least;
    }

    @Override
    public void log(LoggingEvent event) {
      lines.add(
          event.getLevel()
              + " "
              + event.getMessage()
              + " | "
              + event.getKeyValuePairs().stream()
                  .map(pair -> pair.key + "=" + pair.value)
                  .collect(joining(" ")));
    }

    private boolean isOn(Level level) {
      return level.toInt() >= least.toInt();
    }

    @Override
    public boolean isTraceEnabled() {
      return isOn(Level.TRACE);
    }

    @Override
    public boolean isTraceEnabled(Marker marker) {
      return isOn(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
      return isOn(Level.DEBUG);
    }

    @Override
    public boolean isDebugEnabled(Marker marker) {
      return isOn(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
      return isOn(Level.INFO);
    }

    @Override
    public boolean isInfoEnabled(Marker marker) {
      return isOn(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
      return isOn(Level.WARN);
    }

    @Override
    public boolean isWarnEnabled(Marker marker) {
      return isOn(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
      return isOn(Level.ERROR);
    }

    @Override
    public boolean isErrorEnabled(Marker marker) {
      return isOn(Level.ERROR);
    }

    @Override
    protected String getFullyQualifiedCallerName() {
      return LineKeeper.class.getName();
    }

    @Override
    protected void handleNormalizedLoggingCall(
        Level level, Marker marker, String message, Object[] arguments, Throwable thrown) {
      throw new AssertionError("written without key-value pairs: " + message);
    }
  }
}
