package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.cache.CacheEntry;
import dev.partnerauth.cache.RenewingTokenCache;
import dev.partnerauth.cache.TokenRegion;
import dev.partnerauth.cache.TokenStore;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.testkit.time.MovableDelays;
import dev.partnerauth.testkit.time.MovableTime;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import dev.partnerauth.token.TokenName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Another node may ask at once when this one's request came to nothing, however it ended. */
class LeasesAreReleasedTest {

  private final MovableTime time = MovableTime.stoppedAt(Instant.parse("2026-01-31T09:00:00Z"));
  private final MovableDelays delays = MovableDelays.on(time);
  private final ScriptedLoader loader = new ScriptedLoader(time, delays);
  private final List<TokenName> givenUp = new CopyOnWriteArrayList<>();
  private final ForServiceToken key = ScriptedLoader.key(1);

  @Test
  void byARefusal() {
    loader.follows(loader.refuses(TokenCacheUnderTest.UNAVAILABLE));

    ask();

    assertThat(givenUp).containsExactly(key.name());
  }

  @Test
  void byALoaderThatThrows() {
    loader.follows(
        request -> {
          throw new IllegalStateException("a bug");
        });

    ask();

    assertThat(givenUp).containsExactly(key.name());
  }

  @Test
  void byARequestThatNeverEnds() {
    loader.follows(loader.holds());

    var waiting = tokens().getAsync(key, Duration.ZERO, TokenCacheUnderTest.BUDGET);
    time.advance(Duration.ofMinutes(2));

    assertThat(givenUp).containsExactly(key.name());
    assertThat(waiting.toCompletableFuture()).isDone();
  }

  private void ask() {
    Tokens<ForServiceToken, ServiceToken> tokens = tokens();
    var unused =
        Callers.calling(() -> tokens.get(key, Duration.ZERO, TokenCacheUnderTest.BUDGET))
            .answer()
            .join();
  }

  private Tokens<ForServiceToken, ServiceToken> tokens() {
    return RenewingTokenCache.over(new RememberingStore())
        .tokens(loader, AuthRuntime.system().at(time).delayedBy(delays).runningOn(Runnable::run));
  }

  private final class RememberingStore implements TokenStore {
    @Override
    public <T extends Token> TokenRegion<T> region(RegionOwner owner) {
      return new TokenRegion<>() {
        @Override
        public CacheEntry<T> get(TokenName name) {
          return CacheEntry.none();
        }

        @Override
        public boolean replace(TokenName name, CacheEntry<T> expected, CacheEntry<T> replacement) {
          return true;
        }

        @Override
        public void release(TokenName name) {
          givenUp.add(name);
        }
      };
    }
  }
}
