package dev.partnerauth.cache.redis;

import dev.partnerauth.cache.Claim;
import dev.partnerauth.cache.TokenStore.ShelfOwner;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** One claim: looks, waits and looks again, until there is a token or it is this node's turn. */
final class ClaimAttempt<T extends Token> {

  private final RedisShelf<T> shelf;
  private final TokenName name;
  private final Predicate<T> useful;
  private final AuthRuntime runtime;
  private final long untilNanos;
  private final SharedHalf shared;
  private final String hash;
  private final String holder;

  ClaimAttempt(
      RedisShelf<T> shelf,
      SharedHalf shared,
      TokenName name,
      Predicate<T> useful,
      Duration patience,
      String holder) {
    this.shelf = shelf;
    this.shared = shared;
    this.name = name;
    this.useful = useful;
    this.runtime = shelf.owner().runtime();
    this.untilNanos = runtime.time().nanos() + patience.toNanos();
    this.hash = shared.names().hash(name);
    this.holder = holder;
  }

  CompletionStage<Claim<T>> begin() {
    return look(Look.NOTHING);
  }

  /**
   * @param seen the mark of an entry that is of no use
   */
  private CompletionStage<Claim<T>> look(String seen) {
    return shared
        .link()
        .use(session -> shared.records().look(session, hash, seen, holder))
        .thenCompose(
            look -> {
              if (look instanceof Look.Present present) {
                return read(present);
              }
              if (look instanceof Look.Leased) {
                shelf.leased(hash, holder);
                return CompletableFuture.completedFuture(Claim.ask());
              }
              return lookLater(seen);
            });
  }

  private CompletionStage<Claim<T>> read(Look.Present present) {
    Optional<T> found = open(present.entry().array(), present.left()).filter(useful);
    if (found.isEmpty()) {
      return lookAgain(present.mark());
    }
    // Known as held before the tombstone is looked for: a later rejection finds it.
    T token = shelf.hold(hash, name, found.get());
    return shared
        .link()
        .use(session -> shared.records().isRejected(session, shared.names().hash(token.digest())))
        .thenCompose(
            rejected ->
                rejected
                    ? lookAgain(present.mark())
                    : CompletableFuture.completedFuture(Claim.found(token)));
  }

  /** What an entry holds, if it can be read and lives. */
  private Optional<T> open(byte[] entry, Duration left) {
    ShelfOwner owner = shelf.owner();
    try {
      if (entry.length == 0) {
        throw new Unreadable("is empty, too long, or of another type");
      }
      if (left.isNegative()) {
        throw new Unreadable("has no time to live");
      }
      SharedToken token = shared.entries().read(shared.names().entry(hash), entry);
      if (token.token().kind() != owner.kind()) {
        throw new Unreadable("is a token of another kind");
      }
      @SuppressWarnings("unchecked") // the kind tells the type
      Optional<T> read = (Optional<T>) token.readAt(runtime.time().now(), left);
      return read;
    } catch (Unreadable e) {
      runtime.announce(
          new SharedEntryUnreadable(
              new TokenLabel(owner.clientId(), owner.kind(), Optional.empty()),
              ForeignText.of("It " + e.getMessage(), List.of())));
      return Optional.empty();
    }
  }

  private CompletionStage<Claim<T>> lookAgain(String seen) {
    return left().isZero() ? CompletableFuture.completedFuture(Claim.ask()) : look(seen);
  }

  private CompletionStage<Claim<T>> lookLater(String seen) {
    Duration poll = shared.settings().poll();
    double jitter = 0.5 + runtime.random().nextDouble();
    Duration pause = Duration.ofNanos((long) (poll.toNanos() * jitter));
    Duration left = left();
    CompletableFuture<Void> passed = new CompletableFuture<>();
    runtime.delays().after(pause.compareTo(left) < 0 ? pause : left, () -> passed.complete(null));
    return passed.thenCompose(now -> lookAgain(seen));
  }

  private Duration left() {
    long nanos = untilNanos - runtime.time().nanos();
    return nanos > 0 ? Duration.ofNanos(nanos) : Duration.ZERO;
  }
}
