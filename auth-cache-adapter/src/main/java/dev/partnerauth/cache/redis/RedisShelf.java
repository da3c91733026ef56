package dev.partnerauth.cache.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.partnerauth.cache.Claim;
import dev.partnerauth.cache.Kept;
import dev.partnerauth.cache.Shelf;
import dev.partnerauth.cache.TokenStore.ShelfOwner;
import dev.partnerauth.port.Delays;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenName;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * Tokens of one app and kind: those of this process on a shelf of their own, which is as fast as
 * without Redis, and those that all nodes share.
 */
final class RedisShelf<T extends Token> implements Shelf<T> {

  private final Shelf<T> near;
  private final ShelfOwner owner;
  private final SharedHalf shared;
  private final HeldTokens<T> held = new HeldTokens<>();

  /** Who holds the leases that were taken here, for as long as they last. */
  private final Cache<String, String> leases;

  RedisShelf(Shelf<T> near, ShelfOwner owner, SharedHalf shared) {
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

  ShelfOwner owner() {
    return owner;
  }

  @Override
  public Kept<T> get(TokenName name) {
    return near.get(name);
  }

  @Override
  public boolean replace(TokenName name, Kept<T> expected, Kept<T> replacement) {
    return near.replace(name, expected, replacement);
  }

  @Override
  public CompletionStage<Claim<T>> claim(TokenName name, Predicate<T> useful, Duration patience) {
    return switch (shared.link().state()) {
      case CONNECTED -> claimNow(name, useful, patience, shared.settings().commandTimeout());
      case LOST, NONE ->
          shared.link().isTryingFirst()
              ? claimSoon(name, useful, patience)
              : CompletableFuture.completedFuture(Claim.ask());
    };
  }

  private CompletionStage<Claim<T>> claimNow(
      TokenName name, Predicate<T> useful, Duration patience, Duration commands) {
    return new ClaimAttempt<>(this, shared, name, useful, patience, commands)
        .begin()
        .exceptionally(alone -> Claim.ask())
        .thenApplyAsync(claim -> claim, owner.runtime().executor())
        .exceptionally(noExecutor -> Claim.ask());
  }

  /** The connection is on its way: worth the time that a command may take, and no more. */
  private CompletionStage<Claim<T>> claimSoon(
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
              ? CompletableFuture.completedFuture(Claim.ask())
              : claimNow(name, useful, patience, left);
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
      giveUp(name);
      shared.rejections().accept(ifNotRejected);
      return;
    }
    Optional<SharedToken> living = living(token);
    Optional<byte[]> entry =
        living.flatMap(
            life -> shared.entries().write(shared.names().entry(ifNotRejected.name()), life));
    if (living.isEmpty() || entry.isEmpty()) {
      giveUp(name);
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

  private Optional<SharedToken> living(T token) {
    return remaining(token)
        .filter(life -> life.toMillis() > 0)
        .map(life -> SharedToken.of(token, life));
  }

  private Optional<Duration> remaining(T token) {
    return token
        .expiration()
        .map(expiration -> Duration.between(owner.runtime().time().now(), expiration));
  }

  @Override
  public void giveUp(TokenName name) {
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
