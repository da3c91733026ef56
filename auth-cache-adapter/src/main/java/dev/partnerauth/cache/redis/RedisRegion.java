package dev.partnerauth.cache.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.partnerauth.cache.CacheEntry;
import dev.partnerauth.cache.Lease;
import dev.partnerauth.cache.TokenRegion;
import dev.partnerauth.cache.TokenStore.RegionOwner;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Delays;
import dev.partnerauth.port.SharedStoreState;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenName;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * Tokens of one app and kind: those of this process in a region of their own, which is as fast as
 * without Redis, and those that all nodes share.
 */
final class RedisRegion<T extends Token> implements TokenRegion<T> {

  private final TokenRegion<T> near;
  private final RegionOwner owner;
  private final AuthRuntime runtime;
  private final SharedStore shared;
  private final RejectionLog.Holder<T> held;

  /** The holders of the leases that were acquired here, for as long as they last. */
  private final Cache<String, String> leases;

  RedisRegion(TokenRegion<T> near, RegionOwner owner, SharedStore shared) {
    this.near = near;
    this.owner = owner;
    this.runtime = owner.runtime();
    this.shared = shared;
    this.held = shared.rejections().holder(owner.rejections());
    this.leases =
        Caffeine.newBuilder()
            .expireAfterWrite(shared.settings().lease())
            .ticker(runtime.time()::nanos)
            .executor(runtime.executor())
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
    if (shared.connections().state() == SharedStoreState.CONNECTED) {
      return acquireNow(name, useful, patience, shared.settings().commandTimeout());
    }
    CompletableFuture<Void> firstTry = shared.connections().firstTry();
    return firstTry.isDone()
        ? CompletableFuture.completedFuture(Lease.granted())
        : acquireAfter(firstTry, name, useful, patience);
  }

  private CompletionStage<Lease<T>> acquireNow(
      TokenName name, Predicate<T> useful, Duration patience, Duration commandTimeout) {
    return new LeaseAcquisition<>(this, shared, name, useful, patience, commandTimeout)
        .begin()
        .exceptionally(alone -> Lease.granted())
        .thenApplyAsync(lease -> lease, runtime.executor())
        .exceptionally(noExecutor -> Lease.granted());
  }

  /** The connection is on its way: worth the time that a command may take, and no more. */
  private CompletionStage<Lease<T>> acquireAfter(
      CompletableFuture<Void> firstTry, TokenName name, Predicate<T> useful, Duration patience) {
    Duration timeout = shared.settings().commandTimeout();
    long untilNanos = runtime.time().nanos() + timeout.toNanos();
    Duration limit = timeout.compareTo(patience) < 0 ? timeout : patience;
    Delays.Pending timer = runtime.delays().after(limit, () -> firstTry.complete(null));
    return firstTry.thenCompose(
        ended -> {
          timer.cancel();
          Duration left = Duration.ofNanos(untilNanos - runtime.time().nanos());
          return left.isNegative()
              ? CompletableFuture.completedFuture(Lease.granted())
              : acquireNow(name, useful, patience, left);
        });
  }

  /** To be released when the token is shared, or there will be none. */
  void leased(String name, String holder) {
    leases.put(name, holder);
  }

  /** Another node's token, to be kept here. */
  T hold(Rejection ifRejected, TokenName name, T token) {
    return held.holdOne(ifRejected, name, token);
  }

  @Override
  public void share(TokenName name, T token) {
    Rejection ifRejected = shared.names().rejection(name, token);
    held.hold(ifRejected, name, token);
    if (shared.rejections().isRefused(ifRejected)) {
      release(name);
      shared.rejections().accept(ifRejected);
      return;
    }
    Optional<SharedEntry> entry =
        remaining(token)
            .filter(life -> life.toMillis() > 0)
            .map(life -> SharedEntry.of(token, life));
    Optional<byte[]> bytes =
        entry.flatMap(living -> shared.codec().encode(ifRejected.name(), living));
    if (bytes.isPresent()) {
      share(ifRejected, bytes.get(), entry.get().timeToLive());
    } else {
      release(name);
    }
  }

  private void share(Rejection ifRejected, byte[] entry, Duration timeToLive) {
    String holder = Optional.ofNullable(leases.asMap().remove(ifRejected.name())).orElse("");
    shared
        .connections()
        .use(commands -> commands.share(ifRejected, entry, timeToLive, holder))
        .thenAccept(
            rejected -> {
              if (rejected) {
                shared.rejections().accept(ifRejected);
              }
            })
        .exceptionally(keptHereOnly -> null);
  }

  private Optional<Duration> remaining(T token) {
    return token.expiration().map(expiration -> Duration.between(runtime.time().now(), expiration));
  }

  @Override
  public void release(TokenName name) {
    String hash = shared.names().hash(name);
    Optional.ofNullable(leases.asMap().remove(hash))
        .ifPresent(
            holder ->
                shared
                    .connections()
                    .use(commands -> commands.release(hash, holder))
                    .exceptionally(itLapses -> null));
  }

  @Override
  public void reject(TokenName name, T token) {
    Rejection rejection = shared.names().rejection(name, token);
    shared.rejections().reject(rejection, remaining(token).orElse(RedisSettings.LONGEST));
    shared
        .connections()
        .use(commands -> shared.rejections().tell(commands, rejection))
        .exceptionally(toldAgain -> null);
  }
}
