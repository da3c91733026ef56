package dev.partnerauth.cache.redis;

import dev.partnerauth.cache.Lease;
import dev.partnerauth.cache.TokenStore.RegionOwner;
import dev.partnerauth.cache.redis.Records.Look;
import dev.partnerauth.event.AuthEvent.SharedEntryUnreadable;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenLabel;
import dev.partnerauth.token.TokenName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One claim: looks, waits and looks again, until there is a token or it is this node's turn. Waits
 * for another node no longer than this node's own lease lasts, whatever stands in Redis.
 */
final class LeaseAcquisition<T extends Token> {

  private final RedisRegion<T> region;
  private final TokenName name;
  private final Predicate<T> useful;
  private final AuthRuntime runtime;
  private final long untilNanos;
  private final SharedHalf shared;
  private final String hash;
  private final String holder;
  private final Allowance allowance;

  LeaseAcquisition(
      RedisRegion<T> region,
      SharedHalf shared,
      TokenName name,
      Predicate<T> useful,
      Duration patience,
      Duration commands) {
    this.region = region;
    this.shared = shared;
    this.name = name;
    this.useful = useful;
    this.runtime = region.owner().runtime();
    this.untilNanos =
        runtime.time().nanos() + shorter(patience, shared.settings().lease()).toNanos();
    this.hash = shared.names().hash(name);
    this.holder = UUID.randomUUID().toString();
    this.allowance = new Allowance(runtime, commands);
  }

  /** The lease counts as taken until it is not: an answer that is lost may have brought it. */
  CompletionStage<Lease<T>> begin() {
    region.leased(hash, holder);
    return look(Look.NOTHING);
  }

  /**
   * @param seen the mark of an entry that is of no use
   */
  private CompletionStage<Lease<T>> look(String seen) {
    return use(session -> shared.records().look(session, hash, seen, holder))
        .thenCompose(
            look -> {
              if (look instanceof Look.Present present) {
                allowance.stopWaiting();
                return read(present);
              }
              if (look instanceof Look.Leased) {
                return CompletableFuture.completedFuture(Lease.granted());
              }
              return lookLater(seen);
            });
  }

  private CompletionStage<Lease<T>> read(Look.Present present) {
    Optional<T> found = open(present.entry().array(), present.left()).filter(useful);
    if (found.isEmpty()) {
      return lookAgain(present.mark());
    }
    // Known as held before the tombstone is looked for: a later rejection finds it.
    T token = region.hold(hash, name, found.get());
    Rejection ifRejected = new Rejection(hash, shared.names().hash(token.digest()));
    return isRejected(ifRejected)
        .thenCompose(
            rejected -> {
              if (!rejected) {
                return CompletableFuture.completedFuture(Lease.found(token));
              }
              shared.rejections().accept(ifRejected);
              return lookAgain(present.mark());
            });
  }

  /** Redis may have forgotten what is known here. */
  private CompletionStage<Boolean> isRejected(Rejection rejection) {
    return shared.rejections().isRefused(rejection.token())
        ? CompletableFuture.completedFuture(true)
        : use(session -> shared.records().isRejected(session, rejection.token()));
  }

  private <R> CompletionStage<R> use(Function<Session, CompletionStage<R>> command) {
    return allowance.within(shared.link().use(command));
  }

  /** What an entry holds, if it can be read and lives. */
  private Optional<T> open(byte[] entry, Duration left) {
    RegionOwner owner = region.owner();
    try {
      if (entry.length == 0) {
        throw new UnreadableEntryException("is empty, too long, or of another type");
      }
      if (left.isNegative()) {
        throw new UnreadableEntryException("has no time to live");
      }
      SharedEntry token = shared.codec().decode(hash, entry);
      if (token.token().kind() != owner.kind()) {
        throw new UnreadableEntryException("is a token of another kind");
      }
      @SuppressWarnings("unchecked") // the kind tells the type
      Optional<T> read = (Optional<T>) token.readAt(runtime.time().now(), left);
      return read;
    } catch (UnreadableEntryException e) {
      runtime.announce(
          new SharedEntryUnreadable(
              new TokenLabel(owner.clientId(), owner.kind(), Optional.empty()),
              ForeignText.of("It " + e.getMessage(), List.of())));
      return Optional.empty();
    }
  }

  private CompletionStage<Lease<T>> lookAgain(String seen) {
    return left().isZero() ? CompletableFuture.completedFuture(Lease.granted()) : look(seen);
  }

  private CompletionStage<Lease<T>> lookLater(String seen) {
    allowance.waitUntil(untilNanos);
    Duration poll = shared.settings().poll();
    double jitter = 0.5 + runtime.random().nextDouble();
    Duration pause = Duration.ofNanos((long) (poll.toNanos() * jitter));
    Duration left = left();
    CompletableFuture<Void> passed = new CompletableFuture<>();
    runtime.delays().after(shorter(pause, left), () -> passed.complete(null));
    return passed.thenCompose(now -> lookAgain(seen));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Duration left() {
    long nanos = untilNanos - runtime.time().nanos();
    return nanos > 0 ? Duration.ofNanos(nanos) : Duration.ZERO;
  }
}
