package dev.partnerauth.cache.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.partnerauth.cache.CacheEntry;
import dev.partnerauth.cache.Lease;
import dev.partnerauth.cache.TokenRegion;
import dev.partnerauth.cache.TokenStore.RegionOwner;
import dev.partnerauth.port.Delays;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenName;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * Tokens of one app and kind: those of this process on a region of their own, which is as fast as
 * without Redis, and those that all nodes share.
 */
final class RedisRegion<T extends Token> implements TokenRegion<T> {

  private final TokenRegion<T> near;
  private final RegionOwner owner;
  private final SharedHalf shared;
  private final HeldTokens<T> held = new HeldTokens<>();

  /** Who holds the leases that were taken here, for as long as they last. */
  private final Cache<String, String> leases;

  RedisRegion(TokenRegion<T> near, RegionOwner owner, SharedHalf shared) {
    this.near = near;
    this.owner = owner;
    this.shared = shared;
    this.leases =
        Caffeine.newBuilder()
            .expireAfterWrite(shared.settings().lease())
            .ticker(owner.runtime().time()::nanos)
            .executor(owner.runtime().executor())
            .build();
  }

  RegionOwner owner() {
    return owner;
  }

  @Override
  public CacheEntry<T> get(TokenName name) {
    return near.get(name);
  }

  @Override
  public boolean replace(TokenName name, CacheEntry<T> expected, CacheEntry<T> replacement) {
    return near.replace(name, expected, replacement);
  }

  @Override
  public CompletionStage<Lease<T>> acquire(TokenName name, Predicate<T> useful, Duration patience) {
    return switch (shared.link().state()) {
      case CONNECTED -> acquireNow(name, useful, patience, shared.settings().commandTimeout());
      case LOST, NONE ->
          shared.link().isTryingFirst()
              ? acquireSoon(name, useful, patience)
              : CompletableFuture.completedFuture(Lease.granted());
    };
  }

  private CompletionStage<Lease<T>> acquireNow(
      TokenName name, Predicate<T> useful, Duration patience, Duration commands) {
    return new LeaseAcquisition<>(this, shared, name, useful, patience, commands)
        .begin()
        .exceptionally(alone -> Lease.granted())
        .thenApplyAsync(lease -> lease, owner.runtime().executor())
        .exceptionally(noExecutor -> Lease.granted());
  }

  /** The connection is on its way: worth the time that a command may take, and no more. */
  private CompletionStage<Lease<T>> acquireSoon(
      TokenName name, Predicate<T> useful, Duration patience) {
    Duration timeout = shared.settings().commandTimeout();
    long untilNanos = owner.runtime().time().nanos() + timeout.toNanos();
    CompletableFuture<Void> tried = shared.link().firstTry().toCompletableFuture();
    Delays.Pending limit =
        owner
            .runtime()
            .delays()
            .after(
                timeout.compareTo(patience) < 0 ? timeout : patience, () -> tried.complete(null));
    return tried.thenCompose(
        ended -> {
          limit.cancel();
          Duration left = Duration.ofNanos(untilNanos - owner.runtime().time().nanos());
          return left.isNegative()
              ? CompletableFuture.completedFuture(Lease.granted())
              : acquireNow(name, useful, patience, left);
        });
  }

  /** To be given back when the claim has come to something or to nothing. */
  void leased(String name, String holder) {
    leases.put(name, holder);
  }

  /** Another node's token, to be kept here. */
  T hold(String hash, TokenName name, T token) {
    return held.holdOne(new Rejection(hash, shared.names().hash(token.digest())), name, token);
  }

  @Override
  public void share(TokenName name, T token) {
    Rejection ifNotRejected = rejectionOf(name, token);
    held.hold(ifNotRejected, name, token);
    if (shared.rejections().isRefused(ifNotRejected.token())) {
      release(name);
      shared.rejections().accept(ifNotRejected);
      return;
    }
    Optional<SharedEntry> living = living(token);
    Optional<byte[]> entry =
        living.flatMap(life -> shared.codec().encode(ifNotRejected.name(), life));
    if (living.isEmpty() || entry.isEmpty()) {
      release(name);
      return;
    }
    String holder = Optional.ofNullable(leases.asMap().remove(ifNotRejected.name())).orElse("");
    shared
        .link()
        .use(
            session ->
                shared
                    .records()
                    .share(session, ifNotRejected, entry.get(), living.get().timeToLive(), holder))
        .thenAccept(
            rejected -> {
              if (rejected) {
                shared.rejections().accept(ifNotRejected);
              }
            })
        .exceptionally(keptHereOnly -> null);
  }

  private Rejection rejectionOf(TokenName name, T token) {
    return new Rejection(shared.names().hash(name), shared.names().hash(token.digest()));
  }

  private Optional<SharedEntry> living(T token) {
    return remaining(token)
        .filter(life -> life.toMillis() > 0)
        .map(life -> SharedEntry.of(token, life));
  }

  private Optional<Duration> remaining(T token) {
    return token
        .expiration()
        .map(expiration -> Duration.between(owner.runtime().time().now(), expiration));
  }

  @Override
  public void release(TokenName name) {
    String hash = shared.names().hash(name);
    Optional.ofNullable(leases.asMap().remove(hash))
        .ifPresent(
            holder ->
                shared
                    .link()
                    .use(session -> shared.records().release(session, hash, holder))
                    .exceptionally(itLapses -> null));
  }

  @Override
  public void reject(TokenName name, T token) {
    Rejection rejection = rejectionOf(name, token);
    Duration life = remaining(token).orElse(RedisSettings.LONGEST);
    shared.rejections().add(rejection, life);
    shared
        .link()
        .use(session -> shared.rejections().tell(session, rejection).thenApply(done -> true))
        .exceptionally(toldAgain -> false);
  }

  /** Tells the owner, if the token is held here. */
  void rejectedElsewhere(Rejection rejection) {
    held.find(rejection)
        .ifPresent(
            found -> {
              T token = found.get();
              if (token != null) {
                owner.rejections().rejectedElsewhere(found.name(), token.digest());
              }
            });
  }
}
