package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.event.AuthEvent.FlightJoined;
import dev.partnerauth.event.AuthEvent.IssueFailed;
import dev.partnerauth.event.AuthEvent.RenewalFailed;
import dev.partnerauth.event.AuthEvent.ServedWhileRenewalFails;
import dev.partnerauth.event.AuthEvent.TokenInvalidated;
import dev.partnerauth.event.AuthEvent.TokenRenewed;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.refresh.RefreshPolicy;
import dev.partnerauth.token.ServiceToken;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What watchers hear. */
abstract class ToldEvents extends TokenCacheUnderTest {

  ToldEvents(TokenCacheContract contract) {
    super(contract);
  }

  @Test
  void aFirstTokenIsNoNews() {
    granted(KEY);
    granted(KEY);

    assertThat(events.told()).isEmpty();
  }

  @Test
  void aRenewalIsToldWithTheAgeOfWhatItReplaced() {
    ServiceToken old = granted(KEY);
    Duration age = part(TEN_HOURS, 0.9);
    time.advance(age);

    read(KEY);

    assertThat(events.told())
        .containsExactly(
            new TokenRenewed(KEY.label(), old.digest(), granted(KEY).digest(), age, lag()));
  }

  /** When that is was left to chance, within the policy's bounds. */
  @Test
  void aRenewalsLagBeginsWhenItWasDueWhateverWentWrongSince() {
    var unused = granted(KEY);
    loader.follows(loader.refuses(UNAVAILABLE));
    time.advance(part(TEN_HOURS, 0.9));
    read(KEY);
    loader.follows(loader.grants(TEN_HOURS));
    time.advance(part(TEN_HOURS, 0.05));

    read(KEY);

    assertThat(lag()).isBetween(part(TEN_HOURS, 0.05), part(TEN_HOURS, 0.2));
  }

  private Duration lag() {
    return events.told().stream()
        .filter(TokenRenewed.class::isInstance)
        .map(TokenRenewed.class::cast)
        .map(TokenRenewed::lag)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no renewal was told"));
  }

  @Test
  void aFailedRenewalIsToldAndThatItsTokenIsServedOnToldOnce() {
    ServiceToken old = granted(KEY);
    Instant end = time.now().plus(RefreshPolicy.standard().servedFor(TEN_HOURS));
    loader.follows(loader.refuses(UNAVAILABLE));
    time.advance(part(TEN_HOURS, 0.9));
    Instant began = time.now();

    read(KEY);
    read(KEY);
    read(KEY);

    Instant next =
        tokens.standing(KEY).trouble().map(RenewalTrouble::nextAttempt).orElse(Instant.MAX);
    assertThat(events.told())
        .containsExactly(
            new RenewalFailed(KEY.label(), UNAVAILABLE, began, next),
            new ServedWhileRenewalFails(KEY.label(), old.digest(), end));
  }

  /** No loader could tell of it, so the cache does. */
  @Test
  void aRequestThatEndsInAnErrorOfAProgramIsTold() {
    loader.follows(
        request -> {
          throw new IllegalStateException("a bug of the loader's");
        });

    AuthFailure told = get(KEY).getLeft();

    assertThat(events.told()).containsExactly(new IssueFailed(KEY.label(), told, Duration.ZERO));
  }

  @Test
  void whoeverWaitsForAnothersRequestIsTold() {
    loader.follows(loader.holds());
    var first = getAsync(KEY);
    var request = soon(loader.request(1));

    var second = getAsync(KEY);
    request.grant(loader.token(request, TEN_HOURS));
    soon(first);
    soon(second);

    assertThat(events.told()).containsExactly(new FlightJoined(KEY.label()));
  }

  @Test
  void aRejectionIsToldOnce() {
    ServiceToken rejected = granted(KEY);

    soon(
        Callers.calling(
            100,
            () -> {
              tokens.reject(KEY, rejected);
              return true;
            }));

    assertThat(events.told()).containsExactly(new TokenInvalidated(KEY.label(), rejected.digest()));
  }
}
