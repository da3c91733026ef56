package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.port.Standing;
import dev.partnerauth.token.ServiceToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody looks how a token stands: nobody is asked for that. */
abstract class Standings extends TokenCacheUnderTest {

  Standings(TokenCacheContract contract) {
    super(contract);
  }

  @Test
  void ofAKeyThatNobodyAskedForNothingIsKnown() {
    Standing<ServiceToken> standing = tokens.standing(KEY);
    settle();

    assertThat(List.of(standing, loader.count())).containsExactly(Standing.unknown(), 0);
  }

  @Test
  void aTokenThatIsDueForRenewalIsShownAndNotRenewed() {
    ServiceToken token = granted(KEY);
    time.advance(part(TEN_HOURS, 0.9));

    Standing<ServiceToken> standing = tokens.standing(KEY);
    settle();

    assertThat(List.of(standing, loader.count()))
        .containsExactly(new Standing<>(Optional.of(token), Optional.empty()), 1);
  }

  @Test
  void aTokenThatIsNoLongerServedIsNotShown() {
    granted(KEY);
    time.advance(TEN_HOURS);

    Standing<ServiceToken> standing = tokens.standing(KEY);
    settle();

    assertThat(List.of(standing, loader.count())).containsExactly(Standing.unknown(), 1);
  }

  @Test
  void aKeyWithoutATokenShowsWhatHoldsItUpAndUntilWhen() {
    loader.follows(loader.refuses(UNAVAILABLE));
    Instant began = time.now();
    get(KEY);

    Standing<ServiceToken> standing = tokens.standing(KEY);
    settle();

    RenewalTrouble trouble =
        new RenewalTrouble(began, UNAVAILABLE, began.plus(Duration.ofMillis(250)));
    assertThat(List.of(standing, loader.count()))
        .containsExactly(new Standing<>(Optional.empty(), Optional.of(trouble)), 1);
  }
}
