package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.cache.CacheEntry;
import dev.partnerauth.cache.Lease;
import dev.partnerauth.cache.TokenRegion;
import dev.partnerauth.cache.TokenStore;
import dev.partnerauth.port.SharedStoreState;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TokenStore} does in this process, whether or not it shares tokens with others.
 * Extend it, say which store is to be tested, and run it with JUnit. A cache over a store that
 * passes should pass {@link TokenCacheContract} too.
 *
 * <p>The store must take time and threads from the runtime that it is given.
 *
 * @since 0.1.0
 */
public abstract class TokenStoreContract extends TokenStoreUnderTest {

  protected TokenStoreContract() {}

  @Test
  void whatIsPutIsFound() {
    CacheEntry<ServiceToken> kept = put();

    assertThat(region.get(NAME)).isSameAs(kept);
  }

  @Test
  void whereNothingStandsIsNone() {
    assertThat(region.get(NAME)).isSameAs(CacheEntry.none());
  }

  @Test
  void anEmptyPlaceTakesATokenOnce() {
    CacheEntry<ServiceToken> first = kept();

    List<Boolean> put =
        List.of(
            region.replace(NAME, CacheEntry.none(), first),
            region.replace(NAME, CacheEntry.none(), kept()));

    assertThat(new Place(put, region.get(NAME))).isEqualTo(new Place(List.of(true, false), first));
  }

  @Test
  void aTokenIsReplacedOnlyWhileItStands() {
    CacheEntry<ServiceToken> old = put();
    CacheEntry<ServiceToken> replacement = kept();

    List<Boolean> put =
        List.of(region.replace(NAME, old, replacement), region.replace(NAME, old, kept()));

    assertThat(new Place(put, region.get(NAME)))
        .isEqualTo(new Place(List.of(true, false), replacement));
  }

  @Test
  void aTokenIsTakenAwayOnlyWhileItStands() {
    CacheEntry<ServiceToken> old = put();
    CacheEntry<ServiceToken> replacement = kept();
    region.replace(NAME, old, replacement);

    boolean tooLate = region.replace(NAME, old, CacheEntry.none());
    CacheEntry<ServiceToken> meanwhile = region.get(NAME);
    boolean inTime = region.replace(NAME, replacement, CacheEntry.none());

    assertThat(List.of(tooLate, meanwhile, inTime, region.get(NAME)))
        .containsExactly(false, replacement, true, CacheEntry.none());
  }

  @Test
  void nothingInPlaceOfNothingChangesNothing() {
    boolean put = region.replace(NAME, CacheEntry.none(), CacheEntry.none());

    assertThat(List.of(put, region.get(NAME))).containsExactly(true, CacheEntry.none());
  }

  @Test
  void aTokenDoesNotStandWhereNothingDoes() {
    boolean replaced = region.replace(NAME, kept(), kept());
    boolean removed = region.replace(NAME, kept(), CacheEntry.none());

    assertThat(List.of(replaced, removed, region.get(NAME)))
        .containsExactly(false, false, CacheEntry.none());
  }

  /** What the calls answered, and what stands there in the end. */
  record Place(List<Boolean> put, CacheEntry<ServiceToken> stands) {}

  @Test
  void ofManyWhoRaceForAnEmptyPlaceOneWins() {
    assertThat(winnersAgainst(CacheEntry.none())).hasSize(1).first().isSameAs(region.get(NAME));
  }

  @Test
  void ofManyWhoRaceToReplaceATokenOneWins() {
    assertThat(winnersAgainst(put())).hasSize(1).first().isSameAs(region.get(NAME));
  }

  private List<CacheEntry<ServiceToken>> winnersAgainst(CacheEntry<ServiceToken> expected) {
    CompletableFuture<Void> start = new CompletableFuture<>();
    List<CacheEntry<ServiceToken>> racing =
        IntStream.range(0, 32).mapToObj(racer -> kept()).toList();
    List<CompletableFuture<Boolean>> put =
        racing.stream()
            .map(
                mine ->
                    Callers.calling(
                            () -> {
                              start.join();
                              return region.replace(NAME, expected, mine);
                            })
                        .answer())
            .toList();
    start.complete(null);
    return IntStream.range(0, racing.size())
        .filter(racer -> soon(put.get(racer)))
        .mapToObj(racing::get)
        .toList();
  }

  @Test
  void namesDoNotMix() {
    CacheEntry<ServiceToken> kept = put();
    TokenName other = another();

    assertThat(List.of(region.get(other), region.get(NAME)))
        .containsExactly(CacheEntry.none(), kept);
  }

  @Test
  void shelvesDoNotMix() {
    put();

    TokenRegion<ServiceToken> ofAnotherApp = region(new ClientId("another-app"));

    assertThat(ofAnotherApp.get(NAME)).isSameAs(CacheEntry.none());
  }

  @Test
  void anEntryStaysForAsLongAsItIsServedAndGoesWhenItIsNot() {
    CacheEntry<ServiceToken> kept = put();
    Duration served = kept.servedOnAt(time.nanos());

    time.advance(served.minusMillis(1));
    CacheEntry<ServiceToken> before = region.get(NAME);
    time.advance(Duration.ofMillis(2));

    assertThat(List.of(before, region.get(NAME))).containsExactly(kept, CacheEntry.none());
  }

  @Test
  void aPlaceIsEmptyOnceItsTokenHasGone() {
    put();
    time.advance(HOUR);
    CacheEntry<ServiceToken> next = kept();

    boolean put = region.replace(NAME, CacheEntry.none(), next);

    assertThat(List.of(put, region.get(NAME))).containsExactly(true, next);
  }

  @Test
  void whoeverSharesNothingAsksTheServer() {
    Assumptions.assumeTrue(store.sharedStore() == SharedStoreState.NONE);

    assertThat(soon(region.acquire(NAME, token -> true, Duration.ofSeconds(1))))
        .isEqualTo(Lease.granted());
  }

  @Test
  void tellingOthersNeverFailsAndLeavesWhatStandsHere() {
    CacheEntry<ServiceToken> kept = put();
    ServiceToken token = token();

    region.share(NAME, token);
    region.release(NAME);
    region.reject(NAME, token);

    assertThat(region.get(NAME)).isSameAs(kept);
  }

  @Test
  void tokensInThisProcessAreStillFoundAfterTheEnd() {
    CacheEntry<ServiceToken> kept = put();

    store.close();
    region.share(NAME, token());
    region.release(NAME);
    region.reject(NAME, token());

    assertThat(region.get(NAME)).isSameAs(kept);
  }

  @Test
  void tokensAreStillPutAfterTheEnd() {
    store.close();

    CacheEntry<ServiceToken> kept = put();

    assertThat(region.get(NAME)).isSameAs(kept);
  }

  @Test
  void whoeverIsAtItsEndAsksTheServer() {
    store.close();

    assertThat(soon(region.acquire(NAME, token -> true, Duration.ofSeconds(1))))
        .isEqualTo(Lease.granted());
  }
}
