package dev.partnerauth.cache;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.ProtocolFailure.Unforeseen;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.port.UncaughtErrors;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenName;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks other nodes and the server for a token, and turns what comes back into an event. */
record TokenFetcher<T extends Token>(
    TokenLoader<TokenKey<T>, T> loader,
    TokenRegion<T> region,
    RejectedTokens rejected,
    EntryFactory<T> factory,
    CacheSettings settings,
    AuthRuntime runtime) {

  TokenFetcher(
      TokenLoader<TokenKey<T>, T> loader,
      TokenRegion<T> region,
      RejectedTokens rejected,
      CacheSettings settings,
      AuthRuntime runtime) {
    this(loader, region, rejected, new EntryFactory<>(settings, runtime), settings, runtime);
  }

  /**
   * Asks the other nodes.
   *
   * @param present what stands in this node's store
   */
  void acquireLease(
      TokenName name,
      InFlightRequest<T> request,
      CacheEntry<T> present,
      Consumer<Event<T>> driver) {
    region
        .acquire(
            name,
            found -> isOfUse(found, present, request.minValidity()),
            settings.flightLimit().dividedBy(4))
        .whenComplete(
            (lease, thrown) ->
                driver.accept(
                    thrown != null
                        ? new Event.EffectFailed<>(request, unforeseen(thrown))
                        : lease instanceof Lease.Found<T> found
                            ? new Event.Arrived<>(request, factory.shared(found.token()), true)
                            : new Event.LeaseGranted<>(request)));
  }

  /** Another node's token: newer than the one that stands here, and not itself to be renewed. */
  private boolean isOfUse(T found, CacheEntry<T> present, Duration minValidity) {
    CacheEntry<T> entry = factory.shared(found);
    long nanos = runtime.time().nanos();
    return entry.isFreshAt(nanos)
        && entry.lasts(minValidity, nanos)
        && present.token().filter(found::equals).isEmpty()
        && !rejected.contains(found.digest());
  }

  /** A tenth of the time is kept back, so that the loader's own word comes before the limit's. */
  void send(Cell<T> cell, Consumer<Event<T>> driver) {
    InFlightRequest<T> request = cell.request();
    Moment sent = Moment.now(runtime.time());
    Duration left =
        settings
            .flightLimit()
            .minus(settings.flightLimit().dividedBy(10))
            .minusNanos(sent.nanos() - cell.attempt().begunNanos());
    loader
        .load(request.key(), Budget.of(left, cell.tries()))
        .whenComplete((outcome, thrown) -> driver.accept(loaded(request, sent, outcome, thrown)));
  }

  private Event<T> loaded(
      InFlightRequest<T> request,
      Moment sent,
      Either<AuthFailure, T> outcome,
      @Nullable Throwable thrown) {
    return thrown != null
        ? new Event.EffectFailed<>(request, unforeseen(thrown))
        : outcome.fold(
            failure -> new Event.LoadFailed<>(request, failure),
            token -> new Event.Arrived<>(request, factory.issued(token, sent), false));
  }

  /** An error of a program, ours or a plugged-in one. */
  AuthFailure unforeseen(Throwable thrown) {
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    UncaughtErrors.tell(cause);
    return new Unforeseen(
        ForeignText.of(cause.getClass().getSimpleName(), List.of()),
        Facts.local(loader.endpoint().endpoint()));
  }
}
