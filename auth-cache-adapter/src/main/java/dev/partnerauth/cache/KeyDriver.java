package dev.partnerauth.cache;

import dev.partnerauth.cache.Effect.SlotUse;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.RenewalFailed;
import dev.partnerauth.event.AuthEvent.TokenInvalidated;
import dev.partnerauth.event.AuthEvent.TokenRenewed;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.FailureDomain;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.port.UncaughtErrors;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenDigest;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenName;
import io.vavr.Lazy;
import io.vavr.control.Either;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Drives the keys of one app and kind: takes an event, applies the {@link Transitions}, compares
 * and sets the cell, and only then performs the effects, whose outcomes are events again.
 * Collaborators are called from here and never call each other. Thread-safe.
 */
final class KeyDriver<K extends TokenKey<T>, T extends Token> {

  private final TokenRegion<T> region;
  private final PinnableEntries<T> entries;
  private final RejectedTokens rejected;
  private final Backoffs backoffs;
  private final ObservedLifetimes lifetimes;
  private final TokenFetcher<K, T> fetcher;
  private final CacheSettings settings;
  private final AuthRuntime runtime;
  private final ConcurrencyLimiter<Queued<K, T>> limiter;
  private final Transitions<K, T> transitions;
  private final ConcurrentMap<TokenName, Cell<K, T>> cells = new ConcurrentHashMap<>();

  KeyDriver(
      TokenLoader<K, T> loader,
      TokenRegion<T> region,
      PinnableEntries<T> entries,
      RejectedTokens rejected,
      Backoffs backoffs,
      CacheSettings settings,
      AuthRuntime runtime) {
    this.region = region;
    this.entries = entries;
    this.rejected = rejected;
    this.backoffs = backoffs;
    this.lifetimes = new ObservedLifetimes(settings, runtime);
    this.fetcher = new TokenFetcher<>(loader, region, rejected, settings, runtime);
    this.settings = settings;
    this.runtime = runtime;
    this.limiter = new ConcurrencyLimiter<>(runtime.time());
    this.transitions =
        new Transitions<>(loader.endpoint().endpoint(), settings.cooldown().shortest());
  }

  /** A request that waits for a slot. */
  private record Queued<K extends TokenKey<T>, T extends Token>(
      TokenName name, InFlightRequest<K, T> request, boolean probe) {}

  private record Posted<K extends TokenKey<T>, T extends Token>(
      TokenName name, Event<K, T> event) {}

  /** The answer, at once or when the request that is under way has ended. */
  CompletableFuture<Either<AuthFailure, T>> read(TokenQuery<K, T> query) {
    Waiter<T> waiter = Waiter.of(query);
    on(query.name(), new Event.Read<>(query, waiter));
    return waiter.promise();
  }

  /** In a loop and not by recursion: ten thousand keys that are skipped must fit on a stack. */
  void on(TokenName name, Event<K, T> event) {
    Deque<Posted<K, T>> todo = new ArrayDeque<>();
    todo.add(new Posted<>(name, event));
    while (!todo.isEmpty()) {
      Posted<K, T> next = todo.remove();
      for (Effect<K, T> effect : apply(next.name(), next.event()).effects()) {
        perform(next.name(), effect, todo);
      }
    }
  }

  private Step<K, T> apply(TokenName name, Event<K, T> event) {
    while (true) {
      Cell<K, T> cell = cells.get(name);
      Step<K, T> step =
          transitions.apply(snapshot(name, cell, event), event, Moment.now(runtime.time()));
      if (compareAndSet(name, cell, step.next())) {
        return step;
      }
    }
  }

  private boolean compareAndSet(
      TokenName name, @Nullable Cell<K, T> expected, @Nullable Cell<K, T> next) {
    if (Objects.equals(expected, next)) {
      return true;
    }
    if (expected == null) {
      return cells.putIfAbsent(name, next) == null;
    }
    return next == null ? cells.remove(name, expected) : cells.replace(name, expected, next);
  }

  /** The cell is read before the entry: an outcome is stored before its key is idle. */
  private Snapshot<K, T> snapshot(TokenName name, @Nullable Cell<K, T> cell, Event<K, T> event) {
    Optional<TokenDigest> brought =
        event instanceof Event.Arrived<K, T> arrived
            ? digest(arrived.entry().answer())
            : event instanceof Event.Settled<K, T> settled
                ? digest(settled.outcome().answer())
                : Optional.empty();
    return new Snapshot<>(
        cell,
        Lazy.of(() -> entryOf(name)),
        brought.filter(rejected::contains).isPresent(),
        Lazy.of(() -> lifetimes.of(name)));
  }

  /** A store that throws counts as empty: a request must end all the same. */
  private CacheEntry<T> entryOf(TokenName name) {
    try {
      return entries.get(name);
    } catch (Throwable broken) {
      UncaughtErrors.tell(broken);
      return CacheEntry.none();
    }
  }

  private Optional<TokenDigest> digest(Either<AuthFailure, T> answer) {
    return answer.toJavaOptional().map(Token::digest);
  }

  private void perform(TokenName name, Effect<K, T> effect, Deque<Posted<K, T>> todo) {
    try {
      if (effect instanceof Effect.Complete<K, T> complete) {
        complete.waiter().promise().complete(complete.answer());
      } else if (effect instanceof Effect.Enter<K, T> enter) {
        enter(name, enter.cell(), todo);
      } else if (effect instanceof Effect.Settle<K, T> settle) {
        todo.add(new Posted<>(name, settle(name, settle.cell(), settle.outcome())));
      } else if (effect instanceof Effect.StartLimit<K, T> start) {
        startLimit(name, start.request());
      } else if (effect instanceof Effect.End<K, T> end) {
        end(end.cell(), end.slot(), todo);
      } else {
        performAside(name, effect, todo);
      }
    } catch (Throwable thrown) {
      failed(effect, fetcher.unforeseen(thrown))
          .ifPresent(event -> todo.add(new Posted<>(name, event)));
    }
  }

  /** What changes nothing for the request that is under way. */
  private void performAside(TokenName name, Effect<K, T> effect, Deque<Posted<K, T>> todo) {
    if (effect instanceof Effect.Announce<K, T> announce) {
      runtime.announce(announce.event());
    } else if (effect instanceof Effect.Recheck<K, T> recheck) {
      if (entries.replace(name, recheck.expected(), recheck.next())) {
        recheck.news().ifPresent(runtime::announce);
      }
    } else if (effect instanceof Effect.Share<K, T> share) {
      share(name, share.token());
    } else if (effect instanceof Effect.ReleaseLease<K, T>) {
      region.release(name);
    } else if (effect instanceof Effect.ObserveLifetime<K, T> observe) {
      lifetimes.observe(name, observe.lifetime());
    } else if (effect instanceof Effect.StoreLate<K, T> late) {
      store(name, late.request().key(), late.entry()).forEach(runtime::announce);
    } else if (effect instanceof Effect.SkipSlot<K, T>) {
      limiter.skipped().forEach(next -> todo.add(slotGranted(next)));
    } else if (effect instanceof Effect.Remove<K, T> remove) {
      if (entries.update(name, entry -> entry.holds(remove.token()), entry -> CacheEntry.none())) {
        runtime.announce(new TokenInvalidated(remove.label(), remove.token()));
      }
    } else if (effect instanceof Effect.RejectEverywhere<K, T> reject) {
      region.reject(name, reject.token());
    } else if (effect instanceof Effect.DoubtRefusals<K, T>) {
      backoffs.doubt(name);
    }
  }

  /** It may have been rejected since it arrived. */
  private void share(TokenName name, T token) {
    if (rejected.contains(token.digest())) {
      region.release(name);
    } else {
      region.share(name, token);
    }
  }

  private void enter(TokenName name, Cell<K, T> cell, Deque<Posted<K, T>> todo) {
    InFlightRequest<K, T> request = cell.request();
    switch (cell.state()) {
      case GATED -> todo.add(new Posted<>(name, atTheGate(name, request)));
      case SCHEDULED -> runtime.executor().execute(() -> on(name, new Event.Begun<>(request)));
      case QUEUED -> {
        Queued<K, T> queued = new Queued<>(name, request, cell.permit().isProbe());
        if (limiter.acquire(queued)) {
          todo.add(slotGranted(queued));
        } else {
          watch();
        }
      }
      case LEASING ->
          fetcher.acquireLease(name, request, entries.get(name), next -> on(name, next));
      case REQUESTING -> fetcher.send(cell, next -> on(name, next));
      case SETTLING -> throw new IllegalStateException("an outcome is settled by its own effect");
    }
  }

  private Event<K, T> atTheGate(TokenName name, InFlightRequest<K, T> request) {
    Optional<BackoffState> entrysOwn =
        request.background()
            ? entries
                .get(name)
                .backoff()
                .filter(backoff -> !backoff.state().isDueAt(runtime.time().nanos()))
                .filter(backoff -> !backoff.endsOnRecovery() || backoffs.isAffected(name))
                .map(RenewalBackoff::state)
            : Optional.empty();
    return entrysOwn
        .<Either<BackoffState, ProbePermit>>map(Either::left)
        .orElseGet(() -> backoffs.enter(name))
        .fold(
            closing -> new Event.HeldOff<>(request, closing),
            permit -> new Event.Permitted<>(request, permit));
  }

  private void startLimit(TokenName name, InFlightRequest<K, T> request) {
    request
        .limit()
        .started(
            runtime
                .delays()
                .after(settings.flightLimit(), () -> on(name, new Event.LimitReached<>(request))));
  }

  private void end(Cell<K, T> cell, SlotUse slot, Deque<Posted<K, T>> todo) {
    cell.request().limit().end();
    switch (slot) {
      case NONE -> {}
      case SKIPPED -> {
        cell.permit().release();
        limiter.skipped().forEach(next -> todo.add(slotGranted(next)));
      }
      case SUCCEEDED -> limiter.succeeded().forEach(this::goOn);
      case FAILED -> limiter.failed().forEach(this::goOn);
    }
  }

  /** On a thread of its own: what is sent next must not wait for what ended. */
  private void goOn(Queued<K, T> next) {
    try {
      runtime.executor().execute(() -> grant(next));
    } catch (Throwable rejectedOrWorse) {
      grant(next);
    }
  }

  private void grant(Queued<K, T> next) {
    Posted<K, T> posted = slotGranted(next);
    on(posted.name(), posted.event());
  }

  private Posted<K, T> slotGranted(Queued<K, T> queued) {
    Optional<BackoffState> closing =
        queued.probe() ? Optional.empty() : backoffs.closing(queued.name());
    return new Posted<>(
        queued.name(), new Event.SlotGranted<>(queued.request(), closing, backoffs.presented()));
  }

  private void watch() {
    if (limiter.needsWatching()) {
      var unused =
          runtime
              .delays()
              .after(
                  ConcurrencyLimiter.SILENCE,
                  () -> {
                    limiter.afterSilence().forEach(this::goOn);
                    watch();
                  });
    }
  }

  private Event<K, T> settle(TokenName name, Cell<K, T> cell, Outcome<T> outcome) {
    List<AuthEvent> news =
        outcome instanceof Outcome.Arrived<T> arrived
            ? store(name, cell.request().key(), arrived.entry())
            : remember(name, cell, ((Outcome.Failed<T>) outcome).failure());
    return new Event.Settled<>(cell.request(), outcome, news);
  }

  private List<AuthEvent> store(TokenName name, K key, CacheEntry<T> arrived) {
    CacheEntry<T> before = entries.put(name, arrived);
    backoffs.succeeded(name);
    T token = arrived.answer().get();
    if (rejected.contains(token.digest())) {
      // It was rejected between its arrival and now, when there was nothing yet to be removed.
      entries.replace(name, arrived, CacheEntry.none());
      return List.of();
    }
    long nanos = runtime.time().nanos();
    return before.isServedAt(nanos)
        ? List.of(
            new TokenRenewed(
                key.label(),
                before.answer().get().digest(),
                token.digest(),
                before.ageAt(nanos),
                before.overdueAt(nanos)))
        : List.of();
  }

  /** A reader with a live token can leave the server alone for longer than one without. */
  private List<AuthEvent> remember(TokenName name, Cell<K, T> cell, AuthFailure failure) {
    Optional<BackoffState> earlier = entries.get(name).backoff().map(RenewalBackoff::state);
    Moment now = Moment.now(runtime.time());
    BackoffState state =
        backoffs
            .failed(name, failure, cell.attempt().credentials(), cell.permit(), earlier)
            .notBefore(now.plus(settings.cooldown().shortest().multipliedBy(2)));
    boolean remembered = backoffs.domain(failure) != FailureDomain.CALL;
    boolean served =
        entries.update(
            name,
            entry -> entry.isServedAt(runtime.time().nanos()),
            entry -> entry.backingOff(state, remembered));
    return served
        ? List.of(
            new RenewalFailed(
                cell.request().key().label(),
                failure,
                state.since().instant(),
                state.nextAttempt().instant()))
        : List.of();
  }

  /** What failed with it: the request, if the effect was for one. */
  private Optional<Event<K, T>> failed(Effect<K, T> effect, AuthFailure failure) {
    Optional<InFlightRequest<K, T>> request =
        effect instanceof Effect.Enter<K, T> enter
            ? Optional.of(enter.cell().request())
            : effect instanceof Effect.Settle<K, T> settle
                ? Optional.of(settle.cell().request())
                : effect instanceof Effect.StartLimit<K, T> start
                    ? Optional.of(start.request())
                    : Optional.empty();
    return request.map(concerned -> new Event.EffectFailed<>(concerned, failure));
  }
}
