package dev.partnerauth.cache;

import dev.partnerauth.cache.Cell.State;
import dev.partnerauth.cache.Effect.SlotUse;
import dev.partnerauth.cache.Event.OfRequest;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.FlightJoined;
import dev.partnerauth.event.AuthEvent.IssueFailed;
import dev.partnerauth.event.AuthEvent.ServedWhileRenewalFails;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.LifetimeTooShort;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.FailureDomain;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.ProtocolFailure.DeadOnArrival;
import dev.partnerauth.failure.ProtocolFailure.RejectedTokenReissued;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.port.Budget.Tries;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import io.vavr.collection.List;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of a key: what follows from an event. Pure: it asks no collaborator and reads
 * no clock. What an earlier generation brings changes no cell.
 *
 * @param endpoint where the key's tokens are asked for
 * @param recheckInterval how long a token is served without a look at a gate that was closed
 */
record Transitions<T extends Token>(Endpoint endpoint, Duration recheckInterval) {

  Step<T> apply(Snapshot<T> at, Event<T> event, Moment now) {
    if (event instanceof Event.Read<T> read) {
      return read(at, read, now.nanos());
    }
    if (event instanceof Event.Rejected<T> rejected) {
      return rejected(at, rejected);
    }
    OfRequest<T> ofRequest = (OfRequest<T>) event;
    Cell<T> cell = at.cell();
    return cell != null && ofRequest.isAwaitedBy(cell)
        ? ofRequest(cell, at, ofRequest, now)
        : ofEarlierRequest(at, ofRequest, now.nanos());
  }

  private Step<T> read(Snapshot<T> at, Event.Read<T> read, long now) {
    TokenQuery<T> query = read.query();
    CacheEntry<T> entry = at.entry();
    Cell<T> cell = at.cell();
    boolean served = entry.isServedAt(now);
    if (served && entry.lasts(query.minValidity(), now)) {
      Effect<T> serve = new Effect.Complete<>(read.waiter(), entry.answer());
      return cell != null || entry.isFreshAt(now)
          ? Step.to(cell, serve)
          : gated(InFlightRequest.renewal(query.key(), now), List.empty()).after(List.of(serve));
    }
    if (served && at.fallsShortOf(query.minValidity())) {
      return answered(cell, read.waiter(), tooShort(entry, query.minValidity(), now));
    }
    if (query.budget().time().isZero() || query.budget().time().isNegative()) {
      return answered(cell, read.waiter(), new TimedOut(Phase.WHOLE_CALL, Facts.local()));
    }
    return cell == null
        ? gated(forWaiters(query.key(), List.of(read.waiter()), now), List.of(read.waiter()))
        : joined(cell, read);
  }

  /** What still waits for a thread goes on with the caller's, which its executor may wait for. */
  private Step<T> joined(Cell<T> cell, Event.Read<T> read) {
    Cell<T> joined = cell.joinedBy(read.waiter());
    Effect<T> news = new Effect.Announce<>(new FlightJoined(read.query().key().label()));
    return cell.state() == State.SCHEDULED
        ? entering(joined.in(State.QUEUED)).after(List.of(news))
        : Step.to(joined, news);
  }

  private Step<T> rejected(Snapshot<T> at, Event.Rejected<T> event) {
    boolean stands = at.entry().holds(event.token());
    List<Effect<T>> effects =
        stands ? List.of(new Effect.Remove<>(event.token(), event.label())) : List.empty();
    if (event.news().isPresent()) {
      effects = effects.append(new Effect.RejectEverywhere<>(event.news().get()));
      if (stands || at.entry().token().isEmpty()) {
        effects = effects.append(new Effect.DoubtRefusals<>());
      }
    }
    return new Step<>(at.cell(), effects);
  }

  private Step<T> ofRequest(Cell<T> cell, Snapshot<T> at, OfRequest<T> event, Moment now) {
    if (event instanceof Event.Permitted<T> permitted) {
      State next = cell.request().background() ? State.SCHEDULED : State.QUEUED;
      return entering(cell.permitted(permitted.permit(), next))
          .after(List.of(new Effect.StartLimit<>(cell.request())));
    }
    if (event instanceof Event.HeldOff<T> heldOff) {
      return heldOff(cell, at, heldOff.closing(), now);
    }
    if (event instanceof Event.Begun<T>) {
      return entering(cell.in(State.QUEUED));
    }
    if (event instanceof Event.SlotGranted<T> granted) {
      return slotGranted(cell, at, granted, now.nanos());
    }
    if (event instanceof Event.LeaseGranted<T>) {
      return entering(cell.in(State.REQUESTING));
    }
    if (event instanceof Event.Arrived<T> arrived) {
      return arrived(cell, at, arrived, now.nanos());
    }
    if (event instanceof Event.LoadFailed<T> failed) {
      return settling(cell, Outcome.failed(failed.failure()));
    }
    if (event instanceof Event.EffectFailed<T> failed) {
      return effectFailed(cell, at, failed.failure(), now.nanos());
    }
    if (event instanceof Event.LimitReached<T>) {
      return limitReached(cell, now.nanos());
    }
    return settled(cell, at, (Event.Settled<T>) event, now.nanos());
  }

  /** A renewal that is held off concerns nobody but the entry, whose own pace is not a caller's. */
  private Step<T> heldOff(Cell<T> cell, Snapshot<T> at, BackoffState closing, Moment now) {
    InFlightRequest<T> request = cell.request();
    if (!request.background()) {
      return new Step<>(null, answers(cell.waiters(), Either.left(closing.failure())));
    }
    Step<T> next =
        cell.waiters().isEmpty()
            ? new Step<>(null, List.empty())
            : gated(forWaiters(request.key(), cell.waiters(), now.nanos()), cell.waiters());
    return recheck(request, at.entry(), closing, now)
        .map(recheck -> next.after(List.of(recheck)))
        .orElse(next);
  }

  /** For a short while only: the backoff may end before its time. */
  private Optional<Effect<T>> recheck(
      InFlightRequest<T> request, CacheEntry<T> entry, BackoffState closing, Moment now) {
    if (entry.isFreshAt(now.nanos()) || !entry.isServedAt(now.nanos())) {
      return Optional.empty();
    }
    long soon = now.nanos() + recheckInterval.toNanos();
    long until = closing.isDueAt(soon) ? closing.nextAttempt().nanos() : soon;
    Optional<AuthEvent> news =
        entry
            .backoff()
            .filter(backoff -> !backoff.announced())
            .flatMap(backoff -> entry.token())
            .map(
                token ->
                    new ServedWhileRenewalFails(
                        request.key().label(),
                        token.digest(),
                        now.instant().plus(entry.servedOnAt(now.nanos()))));
    return Optional.of(new Effect.Recheck<>(entry, entry.recheckedAt(until, closing), news));
  }

  private Step<T> slotGranted(Cell<T> cell, Snapshot<T> at, Event.SlotGranted<T> event, long now) {
    Optional<Either<AuthFailure, T>> unneeded =
        suffices(at.entry(), cell, now)
            ? Optional.of(at.entry().answer())
            : event.closing().map(closing -> Either.left(closing.failure()));
    return unneeded
        .map(
            answer ->
                new Step<T>(
                    null,
                    answers(cell.waiters(), answer)
                        .prepend(new Effect.End<>(cell, SlotUse.SKIPPED))))
        .orElseGet(() -> entering(cell.leasing(new Cell.Attempt(event.credentials(), now))));
  }

  /** Another request may have ended between a reader's look at the entry and now. */
  private boolean suffices(CacheEntry<T> entry, Cell<T> cell, long now) {
    return entry.isServedAt(now)
        && (cell.waiters().isEmpty()
            ? entry.isFreshAt(now)
            : cell.waiters().forAll(waiter -> entry.lasts(waiter.minValidity(), now)));
  }

  private Step<T> arrived(Cell<T> cell, Snapshot<T> at, Event.Arrived<T> event, long now) {
    if (at.rejected()) {
      return event.shared()
          ? entering(cell.in(State.REQUESTING))
          : settling(cell, Outcome.failed(new RejectedTokenReissued(Facts.local(endpoint))));
    }
    return settling(
        cell,
        event.entry().isServedAt(now)
            ? new Outcome.Arrived<>(event.entry(), event.shared())
            : deadOnArrival(event.entry()));
  }

  private Outcome<T> deadOnArrival(CacheEntry<T> entry) {
    T token = entry.answer().get();
    return new Outcome.Failed<>(
        new DeadOnArrival(token.expiration().orElse(token.obtainedAt()), Facts.local(endpoint)),
        entry.answer());
  }

  private Step<T> effectFailed(Cell<T> cell, Snapshot<T> at, AuthFailure failure, long now) {
    Effect<T> news = new Effect.Announce<>(issueFailed(cell.request(), failure, now));
    return cell.state() == State.SETTLING
        ? finished(cell, at, Outcome.failed(failure), now, List.of(news))
        : settling(cell, Outcome.failed(failure)).and(news);
  }

  private Step<T> limitReached(Cell<T> cell, long now) {
    Facts facts = cell.hasLease() ? Facts.unanswered(endpoint) : Facts.local(endpoint);
    AuthFailure failure = new TimedOut(Phase.WHOLE_CALL, facts);
    Step<T> settling =
        settling(cell, Outcome.failed(failure))
            .and(new Effect.Announce<>(issueFailed(cell.request(), failure, now)));
    // One that was asked for may still come.
    return cell.state() == State.LEASING ? settling.and(new Effect.ReleaseLease<>()) : settling;
  }

  private static <T extends Token> AuthEvent issueFailed(
      InFlightRequest<T> request, AuthFailure failure, long now) {
    return new IssueFailed(
        request.key().label(), failure, Duration.ofNanos(now - request.begunNanos()));
  }

  private Step<T> settled(Cell<T> cell, Snapshot<T> at, Event.Settled<T> event, long now) {
    List<Effect<T>> news = List.ofAll(event.news()).map(Effect.Announce::new);
    if (at.rejected() && event.outcome().answer().isRight()) {
      return rejectedBeforeHandedOver(cell, at, event.outcome(), now, news);
    }
    return finished(cell, at, event.outcome(), now, news);
  }

  /** Once, the same callers wait for another one. */
  private Step<T> rejectedBeforeHandedOver(
      Cell<T> cell, Snapshot<T> at, Outcome<T> outcome, long now, List<Effect<T>> news) {
    if (cell.request().repeated()) {
      return finished(
          cell, at, Outcome.failed(new RejectedTokenReissued(Facts.local(endpoint))), now, news);
    }
    return gated(cell.request().repeat(cell.tries()), cell.waiters())
        .after(released(cell, at, outcome).appendAll(news));
  }

  /**
   * Answers those who wait, by what stands in the store by now. For those whom that does not last
   * long enough, though a new token may, another is asked for.
   */
  private Step<T> finished(
      Cell<T> cell, Snapshot<T> at, Outcome<T> outcome, long now, List<Effect<T>> news) {
    List<Effect<T>> answers = List.empty();
    List<Waiter<T>> unsatisfied = List.empty();
    Snapshot<T> known = at;
    for (Waiter<T> waiter : cell.waiters()) {
      Optional<Either<AuthFailure, T>> answer = answer(cell, known, outcome, waiter, now);
      if (answer.isEmpty()) {
        unsatisfied = unsatisfied.prepend(waiter);
        continue;
      }
      answers = answers.prepend(new Effect.Complete<>(waiter, answer.get()));
      if (outcome.answer().isRight() && answer.get().isLeft()) {
        Duration lifetime = outcome.answer().get().lifetime().orElse(Duration.ZERO);
        answers = answers.prepend(new Effect.ObserveLifetime<>(lifetime));
        known = at.observing(lifetime);
      }
    }
    List<Effect<T>> effects = released(cell, at, outcome).appendAll(answers).appendAll(news);
    return unsatisfied.isEmpty()
        ? new Step<>(null, effects)
        : gated(forWaiters(cell.request().key(), unsatisfied, now), unsatisfied.reverse())
            .after(effects);
  }

  /** Nothing if another token may last longer. */
  private Optional<Either<AuthFailure, T>> answer(
      Cell<T> cell, Snapshot<T> at, Outcome<T> outcome, Waiter<T> waiter, long now) {
    Duration wanted = waiter.minValidity();
    if (outcome.answer().isLeft() || wanted.isZero()) {
      return Optional.of(outcome.answer());
    }
    if (at.entry().lasts(wanted, now)) {
      return Optional.of(at.entry().answer());
    }
    return at.fallsShortOf(wanted) || cell.request().minValidity().compareTo(wanted) >= 0
        ? Optional.of(Either.left(tooShort(at.entry(), wanted, now)))
        : Optional.empty();
  }

  /** The slot first, so that others go on; then the lease. */
  private List<Effect<T>> released(Cell<T> cell, Snapshot<T> at, Outcome<T> outcome) {
    List<Effect<T>> end = List.of(new Effect.End<>(cell, slotUse(cell, outcome)));
    if (!cell.hasLease() || (outcome instanceof Outcome.Arrived<T> arrived && arrived.shared())) {
      return end;
    }
    boolean shareable = outcome instanceof Outcome.Arrived<T> && !at.rejected();
    return end.append(
        shareable ? new Effect.Share<>(outcome.answer().get()) : new Effect.ReleaseLease<>());
  }

  private SlotUse slotUse(Cell<T> cell, Outcome<T> outcome) {
    if (!cell.hasSlot()) {
      return SlotUse.NONE;
    }
    return outcome instanceof Outcome.Failed<T> failed
            && failed.failure().domainAt(endpoint) == FailureDomain.ENDPOINT
        ? SlotUse.FAILED
        : SlotUse.SUCCEEDED;
  }

  /** Keeps what it brings, if that is better than what stands there. */
  private Step<T> ofEarlierRequest(Snapshot<T> at, OfRequest<T> event, long now) {
    List<Effect<T>> effects = List.empty();
    if (event instanceof Event.SlotGranted<T>) {
      effects = List.of(new Effect.SkipSlot<>());
    } else if (event instanceof Event.Arrived<T> arrived) {
      effects = arrivedLate(at, arrived, now);
    } else if (event instanceof Event.LeaseGranted<T>
        || event instanceof Event.LoadFailed<T>
        || event instanceof Event.EffectFailed<T>) {
      effects = List.of(new Effect.ReleaseLease<>());
    }
    return new Step<>(at.cell(), effects);
  }

  private List<Effect<T>> arrivedLate(Snapshot<T> at, Event.Arrived<T> event, long now) {
    CacheEntry<T> late = event.entry();
    boolean usable = !at.rejected() && late.isServedAt(now);
    boolean better = late.servedOnAt(now).compareTo(at.entry().servedOnAt(now)) > 0;
    List<Effect<T>> store =
        usable && better ? List.of(new Effect.StoreLate<>(event.request(), late)) : List.empty();
    if (event.shared()) {
      return store;
    }
    return store.append(
        usable ? new Effect.Share<>(late.answer().get()) : new Effect.ReleaseLease<>());
  }

  private InFlightRequest<T> forWaiters(TokenKey<T> key, List<Waiter<T>> waiters, long now) {
    Duration longest = waiters.map(Waiter::minValidity).max().getOrElse(Duration.ZERO);
    boolean several = waiters.exists(waiter -> waiter.tries() == Tries.SEVERAL);
    return InFlightRequest.forWaiters(key, now, several ? Tries.SEVERAL : Tries.ONE, longest);
  }

  private static AuthFailure tooShort(CacheEntry<?> entry, Duration wanted, long now) {
    return new LifetimeTooShort(wanted, entry.remainingAt(now));
  }

  private Step<T> answered(@Nullable Cell<T> cell, Waiter<T> waiter, AuthFailure failure) {
    return Step.to(cell, new Effect.Complete<>(waiter, Either.left(failure)));
  }

  private List<Effect<T>> answers(List<Waiter<T>> waiters, Either<AuthFailure, T> answer) {
    return waiters.<Effect<T>>map(waiter -> new Effect.Complete<>(waiter, answer)).reverse();
  }

  private Step<T> settling(Cell<T> cell, Outcome<T> outcome) {
    Cell<T> settling = cell.settling();
    return Step.to(settling, new Effect.Settle<>(settling, outcome));
  }

  private Step<T> gated(InFlightRequest<T> request, List<Waiter<T>> waiters) {
    return entering(Cell.gated(request, waiters));
  }

  private Step<T> entering(Cell<T> next) {
    return Step.to(next, new Effect.Enter<>(next));
  }
}
