package dev.partnerauth.cache.histories;

import dev.partnerauth.cache.histories.Step.Weather;
import dev.partnerauth.failure.AdministratorFailure.AppNotApproved;
import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.AdministratorFailure.NotPermitted;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.ServiceTokenRefused;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.NetworkFault;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.ProtocolFailure.UnexpectedAnswer;
import dev.partnerauth.failure.TransientFailure.RateLimited;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.failure.TransientFailure.Unreachable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What comes of one request: follows from the seed, the key, the ordinal of the request and the
 * weather.
 */
record Outcome(What what, Duration latency, Duration lifetime, Optional<AuthFailure> failure) {

  /** How a request ends. */
  enum What {
    TOKEN,
    /** A token that has expired when it arrives. */
    DEAD,
    /** The token that this key got last. */
    AGAIN,
    FAILURE,
    /** The stage ends in an exception. */
    BREAKS,
    /** There is no stage. */
    THROWS,
    /** There is no stage, and no exception that anybody expects. */
    ERRS,
    NEVER
  }

  private static final ForeignText WORD = ForeignText.of("no", List.of());

  private static final List<What> TROUBLE =
      List.of(
          What.FAILURE,
          What.FAILURE,
          What.FAILURE,
          What.FAILURE,
          What.FAILURE,
          What.FAILURE,
          What.FAILURE,
          What.DEAD,
          What.AGAIN,
          What.AGAIN,
          What.BREAKS,
          What.THROWS,
          What.ERRS,
          What.NEVER);

  private static final List<Duration> RETRY_AFTER =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofHours(1));

  static Outcome of(Draws draws, Setup setup, Weather weather, Endpoint endpoint) {
    Duration lifetime = draws.of(setup.lifetimes());
    Duration latency = latency(draws, setup, weather);
    What what =
        switch (weather) {
          case MIXED -> draws.happens(setup.failing()) ? draws.of(TROUBLE) : What.TOKEN;
          case FAIR -> What.TOKEN;
          case DOWN, REFUSING -> What.FAILURE;
          case HANGING -> What.NEVER;
        };
    Facts facts = facts(draws, latency, endpoint);
    Optional<AuthFailure> failure =
        what == What.FAILURE ? Optional.of(failure(draws, weather, facts)) : Optional.empty();
    return new Outcome(what, latency, lifetime, failure);
  }

  /** Some come at once, some when nobody waits for them any more. */
  private static Duration latency(Draws draws, Setup setup, Weather weather) {
    if (!draws.happens(setup.slow())) {
      return Duration.ZERO;
    }
    int drawn = weather == Weather.FAIR ? 0 : draws.below(10);
    if (drawn < 5) {
      return draws.between(Duration.ofMillis(1), Duration.ofMillis(500));
    }
    if (drawn < 7) {
      return draws.between(Duration.ofMillis(500), Duration.ofSeconds(10));
    }
    return drawn < 8
        ? draws.between(Duration.ofSeconds(10), Duration.ofSeconds(60))
        : draws.between(Duration.ofSeconds(50), Duration.ofMinutes(5));
  }

  private static Facts facts(Draws draws, Duration latency, Endpoint endpoint) {
    Facts facts = Facts.answered(endpoint, 503).elapsed(latency);
    return draws.happens(40) ? facts.retryAfter(draws.of(RETRY_AFTER)) : facts;
  }

  private static AuthFailure failure(Draws draws, Weather weather, Facts facts) {
    int drawn = draws.below(8);
    return switch (weather) {
      case DOWN -> ofTheEndpoint(draws, facts);
      case REFUSING -> ofTheApp(draws, facts);
      case MIXED, FAIR, HANGING ->
          switch (drawn) {
            case 0, 1, 2 -> ofTheEndpoint(draws, facts);
            case 3 -> ofTheApp(draws, facts);
            case 4, 5 -> ofTheKey(draws, facts);
            case 6 -> ofTheEndpoint(draws, ofAnotherEndpoint(facts));
            default -> new TimedOut(Phase.QUEUED, facts);
          };
    };
  }

  /** A loader lacks a token of another kind, which it did not get. */
  private static Facts ofAnotherEndpoint(Facts facts) {
    Endpoint other =
        facts.endpoint().equals(Optional.of(Endpoint.ACCESS_TOKEN))
            ? Endpoint.SERVICE_TOKEN
            : Endpoint.ACCESS_TOKEN;
    return new Facts(
        Optional.of(other),
        facts.status(),
        facts.errorCode(),
        facts.retryAfter(),
        facts.requestId(),
        facts.tries(),
        facts.elapsed());
  }

  private static AuthFailure ofTheEndpoint(Draws draws, Facts facts) {
    return switch (draws.below(5)) {
      case 0 -> new Unreachable(NetworkFault.CONNECTION_REFUSED, WORD, facts);
      case 1 -> new RateLimited(facts);
      case 2 -> new TimedOut(Phase.AWAITING_RESPONSE, facts);
      case 3 -> new UnexpectedAnswer(WORD, facts);
      default -> new Unavailable(facts);
    };
  }

  private static AuthFailure ofTheApp(Draws draws, Facts facts) {
    return draws.happens(50) ? new InvalidCredentials(facts) : new AppNotApproved(WORD, facts);
  }

  private static AuthFailure ofTheKey(Draws draws, Facts facts) {
    return draws.happens(50) ? new ServiceTokenRefused(WORD, facts) : new NotPermitted(WORD, facts);
  }
}
