package dev.partnerauth;

import static dev.partnerauth.AuthHealth.DEGRADED;
import static dev.partnerauth.AuthHealth.DOWN;
import static dev.partnerauth.AuthHealth.UNKNOWN;
import static dev.partnerauth.AuthHealth.UP;
import static dev.partnerauth.Samples.NOW;
import static dev.partnerauth.Samples.TEN_HOURS;
import static dev.partnerauth.Samples.aClientId;
import static dev.partnerauth.Samples.anAccessToken;
import static dev.partnerauth.Samples.anInterviewRequest;
import static dev.partnerauth.Samples.anOutage;
import static dev.partnerauth.Samples.refusedCredentials;
import static dev.partnerauth.Samples.refusedServiceToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.port.SharedStoreState;
import dev.partnerauth.token.TokenKey.ForAccessToken;
import dev.partnerauth.token.TokenTimes;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthTest {

  private static final ForAccessToken ACCESS_TOKEN = new ForAccessToken(aClientId());

  private final Surroundings here = new Surroundings();
  private final PartnerAuth auth = here.cached();

  @BeforeEach
  void everyCallTakesAWhile() {
    here.api.eachCallTakes(Duration.ofSeconds(1));
  }

  @Test
  void beforeTheFirstCallNothingIsKnown() {
    assertThat(health(auth)).isEqualTo(UNKNOWN);
  }

  @Test
  void itIsUpWithALivingToken() {
    obtain(auth);

    here.time.advance(TEN_HOURS.minusSeconds(2));

    assertThat(health(auth)).isEqualTo(UP);
  }

  @Test
  void itIsUpWithATokenOfAnotherNode() {
    here.cache.finds(
        ACCESS_TOKEN, anAccessToken("another-nodes", TokenTimes.lasting(TEN_HOURS, NOW)));

    assertThat(health(auth)).isEqualTo(UP);
  }

  @Test
  void itIsUpWhenATokenEndedThatNobodyNeeded() {
    obtain(auth);

    here.time.advance(TEN_HOURS);

    assertThat(health(auth)).isEqualTo(UP);
  }

  @Test
  void itIsUpThoughOneRequestWasRefused() {
    obtain(auth);
    here.api.refusesService(refusedServiceToken());

    var unused = auth.serviceToken(anInterviewRequest());

    assertThat(health(auth)).isEqualTo(UP);
  }

  @Test
  void itIsUpThoughTheFirstRequestOfAllWasRefused() {
    here.api.refusesAccess(refusedServiceToken());

    obtain(auth);

    assertThat(health(auth)).isEqualTo(UP);
  }

  @Test
  void itIsUpAgainWithTheFirstTokenAfterAnOutage() {
    here.api.refusesAccess(anOutage());
    obtain(auth);

    obtain(auth);

    assertThat(health(auth)).isEqualTo(UP);
  }

  @Test
  void itIsDegradedWhenALivingTokenCannotBeRenewed() {
    obtain(auth);

    here.cache.hasTrouble(ACCESS_TOKEN, new RenewalTrouble(NOW, anOutage(), NOW.plusSeconds(5)));

    assertThat(health(auth)).isEqualTo(DEGRADED);
  }

  @Test
  void itIsDegradedWhenOtherTokensCannotBeHad() {
    here.api.refusesService(anOutage());

    var unused = auth.serviceToken(anInterviewRequest());

    assertThat(health(auth)).isEqualTo(DEGRADED);
  }

  @Test
  void itIsDegradedWhenTheSharedStoreIsLost() {
    obtain(auth);

    here.cache.sharesItsStore(SharedStoreState.LOST);

    assertThat(health(auth)).isEqualTo(DEGRADED);
  }

  @Test
  void itIsDownWhenThereNeverWasAToken() {
    here.api.refusesAccess(anOutage());

    obtain(auth);

    assertThat(health(auth)).isEqualTo(DOWN);
  }

  @Test
  void itIsDownWhenTheTokenEndedAndCannotBeRenewed() {
    obtain(auth);

    here.cache.hasTrouble(ACCESS_TOKEN, new RenewalTrouble(NOW, anOutage(), NOW.plusSeconds(5)));
    here.time.advance(TEN_HOURS);

    assertThat(health(auth)).isEqualTo(DOWN);
  }

  @Test
  void itIsDownWhenTheTokenWasRevokedTogetherWithTheApp() {
    auth.reject(auth.accessToken().get());
    here.api.refusesAccess(refusedCredentials());

    obtain(auth);

    assertThat(health(auth)).isEqualTo(DOWN);
  }

  @Test
  void itIsDownInAnOutageWhenNothingIsKept() {
    PartnerAuth uncached = here.uncached();
    obtain(uncached);
    here.api.refusesAccess(anOutage());

    obtain(uncached);

    assertThat(health(uncached)).isEqualTo(DOWN);
  }

  private static void obtain(PartnerAuth auth) {
    var unused = auth.accessToken();
  }

  private AuthHealth health(PartnerAuth auth) {
    return auth.status().health(here.time.now());
  }
}
