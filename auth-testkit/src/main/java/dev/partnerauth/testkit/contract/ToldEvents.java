package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.event.AuthEvent.FlightJoined;
import dev.partnerauth.event.AuthEvent.RenewalFailed;
import dev.partnerauth.event.AuthEvent.ServedWhileRenewalFails;
import dev.partnerauth.event.AuthEvent.TokenInvalidated;
import dev.partnerauth.event.AuthEvent.TokenRenewed;
import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.refresh.RefreshPolicy;
import dev.partnerauth.token.ServiceToken;
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
  void aRenewalIsTold() {
    ServiceToken old = granted(KEY);
    time.advance(part(TEN_HOURS, 0.9));

    read(KEY);

    assertThat(events.told())
        .containsExactly(new TokenRenewed(KEY.label(), old.digest(), granted(KEY).digest()));
  }

  @Test
  void aFailedRenewalIsToldAndThatItsTokenIsServedOnToldOnce() {
    ServiceToken old = granted(KEY);
    Instant end = time.now().plus(RefreshPolicy.standard().servedFor(TEN_HOURS));
    issuer.follows(issuer.refuses(UNAVAILABLE));
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

  @Test
  void whoeverWaitsForAnothersRequestIsTold() {
    issuer.follows(issuer.holds());
    var first = getAsync(KEY);
    var request = soon(issuer.request(1));

    var second = getAsync(KEY);
    request.grant(issuer.token(request, TEN_HOURS));
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
