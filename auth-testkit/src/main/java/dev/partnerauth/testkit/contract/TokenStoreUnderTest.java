package dev.partnerauth.testkit.contract;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.cache.CacheEntry;
import dev.partnerauth.cache.TokenRegion;
import dev.partnerauth.cache.TokenStore;
import dev.partnerauth.cache.TokenStore.RegionOwner;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.refresh.RefreshPolicy;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.testkit.time.MovableDelays;
import dev.partnerauth.testkit.time.MovableTime;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import dev.partnerauth.token.TokenKind;
import dev.partnerauth.token.TokenName;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What {@link TokenStoreContract} runs on: a store and two regions of it, in time that is moved.
 */
abstract class TokenStoreUnderTest {

  static final Duration HOUR = Duration.ofHours(1);
  static final Duration PATIENCE = Duration.ofSeconds(30);
  static final ServiceTokenRequest REQUEST =
      ServiceTokenRequest.forBinderParty(new Upid("party-1"), Lifetime.oneYear());
  static final TokenName NAME = new ForServiceToken(SeededApps.backend().clientId(), REQUEST);

  final MovableTime time = MovableTime.stoppedAt(Instant.parse("2026-01-31T09:00:00Z"));
  private final BusyExecutor executor = new BusyExecutor();
  private final AtomicInteger issued = new AtomicInteger();
  TokenStore store;
  TokenRegion<ServiceToken> region;

  /** A store that holds nothing yet. Asked for once in each test. */
  protected abstract TokenStore store();

  @BeforeEach
  final void open() {
    store = store();
    region = region(SeededApps.backend().clientId());
  }

  @AfterEach
  final void close() {
    store.close();
    executor.close();
  }

  TokenRegion<ServiceToken> region(ClientId clientId) {
    AuthRuntime runtime =
        AuthRuntime.system()
            .at(time)
            .delayedBy(MovableDelays.on(time))
            .runningOn(executor)
            .observedOn(Runnable::run);
    return store.region(
        new RegionOwner(clientId, TokenKind.SERVICE, runtime, (name, rejected) -> {}));
  }

  static TokenName another() {
    return new ForServiceToken(
        SeededApps.backend().clientId(),
        ServiceTokenRequest.forBinderParty(new Upid("party-2"), Lifetime.oneYear()));
  }

  ServiceToken token() {
    return ServiceToken.issued(
            "service-token-" + issued.incrementAndGet(),
            REQUEST.delegates(),
            time.now(),
            time.now().plus(HOUR))
        .get();
  }

  /** A new token of an hour, born now. */
  CacheEntry<ServiceToken> kept() {
    return CacheEntry.of(token(), HOUR, time.nanos(), RefreshPolicy.standard(), 0.5);
  }

  CacheEntry<ServiceToken> put() {
    CacheEntry<ServiceToken> kept = kept();
    if (!region.replace(NAME, CacheEntry.none(), kept)) {
      throw new AssertionError("an empty place took nothing");
    }
    return kept;
  }

  static <A> A soon(CompletionStage<A> stage) {
    return stage
        .toCompletableFuture()
        .copy()
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
  }
}
