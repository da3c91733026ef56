package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.cache.Claim;
import dev.partnerauth.cache.Kept;
import dev.partnerauth.cache.Shelf;
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
    Kept<ServiceToken> kept = put();

    assertThat(shelf.get(NAME)).isSameAs(kept);
  }

  @Test
  void whereNothingStandsIsNone() {
    assertThat(shelf.get(NAME)).isSameAs(Kept.none());
  }

  @Test
  void anEmptyPlaceTakesATokenOnce() {
    Kept<ServiceToken> first = kept();

    List<Boolean> put =
        List.of(shelf.replace(NAME, Kept.none(), first), shelf.replace(NAME, Kept.none(), kept()));

    assertThat(new Place(put, shelf.get(NAME))).isEqualTo(new Place(List.of(true, false), first));
  }

  @Test
  void aTokenIsReplacedOnlyWhileItStands() {
    Kept<ServiceToken> old = put();
    Kept<ServiceToken> replacement = kept();

    List<Boolean> put =
        List.of(shelf.replace(NAME, old, replacement), shelf.replace(NAME, old, kept()));

    assertThat(new Place(put, shelf.get(NAME)))
        .isEqualTo(new Place(List.of(true, false), replacement));
  }

  @Test
  void aTokenIsTakenAwayOnlyWhileItStands() {
    Kept<ServiceToken> old = put();
    Kept<ServiceToken> replacement = kept();
    shelf.replace(NAME, old, replacement);

    boolean tooLate = shelf.replace(NAME, old, Kept.none());
    Kept<ServiceToken> meanwhile = shelf.get(NAME);
    boolean inTime = shelf.replace(NAME, replacement, Kept.none());

    assertThat(List.of(tooLate, meanwhile, inTime, shelf.get(NAME)))
        .containsExactly(false, replacement, true, Kept.none());
  }

  @Test
  void nothingInPlaceOfNothingChangesNothing() {
    boolean put = shelf.replace(NAME, Kept.none(), Kept.none());

    assertThat(List.of(put, shelf.get(NAME))).containsExactly(true, Kept.none());
  }

  @Test
  void aTokenDoesNotStandWhereNothingDoes() {
    boolean replaced = shelf.replace(NAME, kept(), kept());
    boolean removed = shelf.replace(NAME, kept(), Kept.none());

    assertThat(List.of(replaced, removed, shelf.get(NAME)))
        .containsExactly(false, false, Kept.none());
  }

  /** What the calls answered, and what stands there in the end. */
  record Place(List<Boolean> put, Kept<ServiceToken> stands) {}

  @Test
  void ofManyWhoRaceForAnEmptyPlaceOneWins() {
    assertThat(winnersAgainst(Kept.none())).hasSize(1).first().isSameAs(shelf.get(NAME));
  }

  @Test
  void ofManyWhoRaceToReplaceATokenOneWins() {
    assertThat(winnersAgainst(put())).hasSize(1).first().isSameAs(shelf.get(NAME));
  }

  private List<Kept<ServiceToken>> winnersAgainst(Kept<ServiceToken> expected) {
    CompletableFuture<Void> start = new CompletableFuture<>();
    List<Kept<ServiceToken>> racing = IntStream.range(0, 32).mapToObj(racer -> kept()).toList();
    List<CompletableFuture<Boolean>> put =
        racing.stream()
            .map(
                mine ->
                    Callers.calling(
                            () -> {
                              start.join();
                              return shelf.replace(NAME, expected, mine);
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
    Kept<ServiceToken> kept = put();
    TokenName other = another();

    assertThat(List.of(shelf.get(other), shelf.get(NAME))).containsExactly(Kept.none(), kept);
  }

  @Test
  void shelvesDoNotMix() {
    put();

    Shelf<ServiceToken> ofAnotherApp = shelf(new ClientId("another-app"));

    assertThat(ofAnotherApp.get(NAME)).isSameAs(Kept.none());
  }

  @Test
  void anEntryStaysForAsLongAsItIsServedAndGoesWhenItIsNot() {
    Kept<ServiceToken> kept = put();
    Duration served = kept.servedOnAt(time.nanos());

    time.advance(served.minusMillis(1));
    Kept<ServiceToken> before = shelf.get(NAME);
    time.advance(Duration.ofMillis(2));

    assertThat(List.of(before, shelf.get(NAME))).containsExactly(kept, Kept.none());
  }

  @Test
  void aPlaceIsEmptyOnceItsTokenHasGone() {
    put();
    time.advance(HOUR);
    Kept<ServiceToken> next = kept();

    boolean put = shelf.replace(NAME, Kept.none(), next);

    assertThat(List.of(put, shelf.get(NAME))).containsExactly(true, next);
  }

  @Test
  void whoeverSharesNothingAsksTheServer() {
    Assumptions.assumeTrue(store.sharedStore() == SharedStoreState.NONE);

    assertThat(soon(shelf.claim(NAME, token -> true, Duration.ofSeconds(1))))
        .isEqualTo(Claim.ask());
  }

  @Test
  void tellingOthersNeverFailsAndLeavesWhatStandsHere() {
    Kept<ServiceToken> kept = put();
    ServiceToken token = token();

    shelf.share(NAME, token);
    shelf.giveUp(NAME);
    shelf.reject(NAME, token);

    assertThat(shelf.get(NAME)).isSameAs(kept);
  }

  @Test
  void tokensInThisProcessAreStillFoundAfterTheEnd() {
    Kept<ServiceToken> kept = put();

    store.close();
    shelf.share(NAME, token());
    shelf.giveUp(NAME);
    shelf.reject(NAME, token());

    assertThat(shelf.get(NAME)).isSameAs(kept);
  }

  @Test
  void tokensAreStillPutAfterTheEnd() {
    store.close();

    Kept<ServiceToken> kept = put();

    assertThat(shelf.get(NAME)).isSameAs(kept);
  }

  @Test
  void whoeverIsAtItsEndAsksTheServer() {
    store.close();

    assertThat(soon(shelf.claim(NAME, token -> true, Duration.ofSeconds(1))))
        .isEqualTo(Claim.ask());
  }
}
