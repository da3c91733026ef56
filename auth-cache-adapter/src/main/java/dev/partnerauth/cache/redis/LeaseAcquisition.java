package dev.partnerauth.cache.redis;

import dev.partnerauth.cache.Lease;
import dev.partnerauth.cache.TokenStore.RegionOwner;
import dev.partnerauth.cache.redis.RedisCommands.Look;
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
 * Looks, waits and looks again, until there is a token or it is this node's turn. Waits for another
 * node no longer than this node's own lease lasts, even if the one in Redis lasts longer.
 */
final class LeaseAcquisition<T extends Token> {

  private final RedisRegion<T> region;
  private final TokenName name;
  private final Predicate<T> useful;
  private final AuthRuntime runtime;
  private final long untilNanos;
  private final SharedStore shared;
  private final String hash;
  private final String holder;
  private final CommandDeadline deadline;

  LeaseAcquisition(
      RedisRegion<T> region,
      SharedStore shared,
      TokenName name,
      Predicate<T> useful,
      Duration patience,
      Duration commandTimeout) {
    this.region = region;
    this.shared = shared;
    this.name = name;
    this.useful = useful;
    this.runtime = region.owner().runtime();
    Duration lease = shared.settings().lease();
    Duration longest = patience.compareTo(lease) < 0 ? patience : lease;
    this.untilNanos = runtime.time().nanos() + longest.toNanos();
    this.hash = shared.names().hash(name);
    this.holder = UUID.randomUUID().toString();
    this.deadline = new CommandDeadline(runtime, commandTimeout);
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
    return use(commands -> commands.look(hash, seen, holder))
        .thenCompose(
            look -> {
              if (look instanceof Look.Present present) {
                deadline.stopWaiting();
                return read(present);
              }
              return look instanceof Look.Leased ? granted() : lookLater(seen);
            });
  }

  private CompletionStage<Lease<T>> read(Look.Present present) {
    Optional<T> found = open(present).filter(useful);
    if (found.isEmpty()) {
      return lookAgain(present.mark());
    }
    // Held before the tombstone is looked for, so that a later rejection finds it.
    Rejection ifRejected = shared.names().rejection(name, found.get());
    T token = region.hold(ifRejected, name, found.get());
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
    return shared.rejections().isRefused(rejection)
        ? CompletableFuture.completedFuture(true)
        : use(commands -> commands.isRejected(rejection.token()));
  }

  private <R> CompletionStage<R> use(Function<RedisCommands, CompletionStage<R>> command) {
    return deadline.within(shared.connections().use(command));
  }

  /** What an entry holds, if it can be read and lives. */
  private Optional<T> open(Look.Present present) {
    RegionOwner owner = region.owner();
    try {
      if (present.entry().length == 0) {
        throw new UnreadableEntryException("is empty, too long, or of another type");
      }
      if (present.left().isNegative()) {
        throw new UnreadableEntryException("has no time to live");
      }
      SharedEntry entry = shared.codec().decode(hash, present.entry());
      if (entry.token().kind() != owner.kind()) {
        throw new UnreadableEntryException("is a token of another kind");
      }
      @SuppressWarnings("unchecked") // the kind tells the type
      Optional<T> token = (Optional<T>) entry.readAt(runtime.time().now(), present.left());
      return token;
    } catch (UnreadableEntryException e) {
      runtime.announce(
          new SharedEntryUnreadable(
              new TokenLabel(owner.clientId(), owner.kind(), Optional.empty()),
              ForeignText.of("It " + e.getMessage(), List.of())));
      return Optional.empty();
    }
  }

  private CompletionStage<Lease<T>> lookAgain(String seen) {
    return leftNanos() > 0 ? look(seen) : granted();
  }

  private CompletionStage<Lease<T>> lookLater(String seen) {
    deadline.waitUntil(untilNanos);
    double jitter = 0.5 + runtime.random().nextDouble();
    long pause = (long) (shared.settings().poll().toNanos() * jitter);
    Duration wait = Duration.ofNanos(Math.min(pause, Math.max(0, leftNanos())));
    CompletableFuture<Void> passed = new CompletableFuture<>();
    runtime.delays().after(wait, () -> passed.complete(null));
    return passed.thenCompose(now -> lookAgain(seen));
  }

  private long leftNanos() {
    return untilNanos - runtime.time().nanos();
  }

  private CompletionStage<Lease<T>> granted() {
    return CompletableFuture.completedFuture(Lease.granted());
  }
}
