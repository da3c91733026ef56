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
final class KeyDriver<T extends Token> {

  private final TokenRegion<T> region;
  private final PinnableEntries<T> entries;
  private final RejectedTokens rejected;
  private final Backoffs backoffs;
  private final ObservedLifetimes lifetimes;
  private final TokenFetcher<T> fetcher;
  private final CacheSettings settings;
  private final AuthRuntime runtime;
  private final ConcurrencyLimiter<Queued<T>> limiter;
  private final Transitions<T> transitions;
  private final ConcurrentMap<TokenName, Cell<T>> cells = new ConcurrentHashMap<>();

  KeyDriver(
      TokenLoader<TokenKey<T>, T> loader,
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
  private record Queued<T extends Token>(
      TokenName name, InFlightRequest<T> request, boolean probe) {}

  private record Posted<T extends Token>(TokenName name, Event<T> event) {}

  /** The answer, at once or when the request that is under way has ended. */
  CompletableFuture<Either<AuthFailure, T>> read(TokenQuery<T> query) {
    Waiter<T> waiter = Waiter.of(query);
    on(query.name(), new Event.Read<>(query, waiter));
    return waiter.promise();
  }

  /** In a loop and not by recursion: ten thousand keys that are skipped must fit on a stack. */
  void on(TokenName name, Event<T> event) {
    Deque<Posted<T>> todo = new ArrayDeque<>();
    todo.add(new Posted<>(name, event));
    while (!todo.isEmpty()) {
      Posted<T> next = todo.remove();
      for (Effect<T> effect : apply(next.name(), next.event()).effects()) {
        perform(next.name(), effect, todo);
      }
    }
  }

  private Step<T> apply(TokenName name, Event<T> event) {
    while (true) {
      Cell<T> cell = cells.get(name);
      Step<T> step =
          transitions.apply(snapshot(name, cell, event), event, Moment.now(runtime.time()));
      if (compareAndSet(name, cell, step.next())) {
        return step;
      }
    }
  }

  private boolean compareAndSet(
      TokenName name, @Nullable Cell<T> expected, @Nullable Cell<T> next) {
    if (Objects.equals(expected, next)) {
      return true;
    }
    if (expected == null) {
      return cells.putIfAbsent(name, next) == null;
    }
    return next == null ? cells.remove(name, expected) : cells.replace(name, expected, next);
  }

  /** The cell is read before the entry: an outcome is stored before its key is idle. */
  private Snapshot<T> snapshot(TokenName name, @Nullable Cell<T> cell, Event<T> event) {
    Optional<TokenDigest> brought =
        event instanceof Event.Arrived<T> arrived
            ? digest(arrived.entry().answer())
            : event instanceof Event.Settled<T> settled
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

  private void perform(TokenName name, Effect<T> effect, Deque<Posted<T>> todo) {
    try {
      if (effect instanceof Effect.Complete<T> complete) {
        complete.waiter().promise().complete(complete.answer());
      } else if (effect instanceof Effect.Enter<T> enter) {
        enter(name, enter.cell(), todo);
      } else if (effect instanceof Effect.Settle<T> settle) {
        todo.add(new Posted<>(name, settle(name, settle.cell(), settle.outcome())));
      } else if (effect instanceof Effect.StartLimit<T> start) {
        startLimit(name, start.request());
      } else if (effect instanceof Effect.End<T> end) {
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
  private void performAside(TokenName name, Effect<T> effect, Deque<Posted<T>> todo) {
    if (effect instanceof Effect.Announce<T> announce) {
      runtime.announce(announce.event());
    } else if (effect instanceof Effect.Recheck<T> recheck) {
      if (entries.replace(name, recheck.expected(), recheck.next())) {
        recheck.news().ifPresent(runtime::announce);
      }
    } else if (effect instanceof Effect.Share<T> share) {
      share(name, share.token());
    } else if (effect instanceof Effect.ReleaseLease<T>) {
      region.release(name);
    } else if (effect instanceof Effect.ObserveLifetime<T> observe) {
      lifetimes.observe(name, observe.lifetime());
    } else if (effect instanceof Effect.StoreLate<T> late) {
      store(name, late.request().key(), late.entry()).forEach(runtime::announce);
    } else if (effect instanceof Effect.SkipSlot<T>) {
      limiter.skipped().forEach(next -> todo.add(slotGranted(next)));
    } else if (effect instanceof Effect.Remove<T> remove) {
      if (entries.update(name, entry -> entry.holds(remove.token()), entry -> CacheEntry.none())) {
        runtime.announce(new TokenInvalidated(remove.label(), remove.token()));
      }
    } else if (effect instanceof Effect.RejectEverywhere<T> reject) {
      region.reject(name, reject.token());
    } else if (effect instanceof Effect.DoubtRefusals<T>) {
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

  private void enter(TokenName name, Cell<T> cell, Deque<Posted<T>> todo) {
    InFlightRequest<T> request = cell.request();
    switch (cell.state()) {
      case GATED -> todo.add(new Posted<>(name, atTheGate(name, request)));
      case SCHEDULED -> runtime.executor().execute(() -> on(name, new Event.Begun<>(request)));
      case QUEUED -> {
        Queued<T> queued = new Queued<>(name, request, cell.permit().isProbe());
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

  private Event<T> atTheGate(TokenName name, InFlightRequest<T> request) {
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

  private void startLimit(TokenName name, InFlightRequest<T> request) {
    request
        .limit()
        .started(
            runtime
                .delays()
                .after(settings.flightLimit(), () -> on(name, new Event.LimitReached<>(request))));
  }

  private void end(Cell<T> cell, SlotUse slot, Deque<Posted<T>> todo) {
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
  private void goOn(Queued<T> next) {
    try {
      runtime.executor().execute(() -> grant(next));
    } catch (Throwable rejectedOrWorse) {
      grant(next);
    }
  }

  private void grant(Queued<T> next) {
    Posted<T> posted = slotGranted(next);
    on(posted.name(), posted.event());
  }

  private Posted<T> slotGranted(Queued<T> queued) {
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

  private Event<T> settle(TokenName name, Cell<T> cell, Outcome<T> outcome) {
    List<AuthEvent> news =
        outcome instanceof Outcome.Arrived<T> arrived
            ? store(name, cell.request().key(), arrived.entry())
            : remember(name, cell, ((Outcome.Failed<T>) outcome).failure());
    return new Event.Settled<>(cell.request(), outcome, news);
  }

  private List<AuthEvent> store(TokenName name, TokenKey<T> key, CacheEntry<T> arrived) {
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
  private List<AuthEvent> remember(TokenName name, Cell<T> cell, AuthFailure failure) {
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
  private Optional<Event<T>> failed(Effect<T> effect, AuthFailure failure) {
    Optional<InFlightRequest<T>> request =
        effect instanceof Effect.Enter<T> enter
            ? Optional.of(enter.cell().request())
            : effect instanceof Effect.Settle<T> settle
                ? Optional.of(settle.cell().request())
                : effect instanceof Effect.StartLimit<T> start
                    ? Optional.of(start.request())
                    : Optional.empty();
    return request.map(concerned -> new Event.EffectFailed<>(concerned, failure));
  }
}
