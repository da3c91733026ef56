package dev.partnerauth.cache;

import dev.partnerauth.app.App;
import dev.partnerauth.port.Budget.Tries;
import dev.partnerauth.token.Token;
import io.vavr.collection.List;

/**
 * The work on one key. A key without a cell is idle.
 *
 * @param reached the last state before the outcome was known
 * @param waiters those who wait for the outcome, the last one first
 */
record Cell<T extends Token>(
    State state,
    State reached,
    InFlightRequest<T> request,
    ProbePermit permit,
    Attempt attempt,
    List<Waiter<T>> waiters) {

  /** In the order in which a request passes them; each has one action. */
  enum State {
    /** Asks the backoffs whether a request may be sent. */
    GATED,
    /** Waits for a thread of the executor, unless a caller without a token brings its own. */
    SCHEDULED,
    /** Waits for a slot of the limiter. */
    QUEUED,
    /** Asks the other nodes for a token, or for the right to send the request. */
    LEASING,
    /** Waits for the server. */
    REQUESTING,
    /** Puts the outcome where later readers find it. */
    SETTLING
  }

  /** What is presented to the server, and since when. */
  record Attempt(java.util.List<? extends App> credentials, long begunNanos) {
    static final Attempt NONE = new Attempt(java.util.List.of(), 0);
  }

  static <T extends Token> Cell<T> gated(InFlightRequest<T> request, List<Waiter<T>> waiters) {
    return new Cell<>(State.GATED, State.GATED, request, ProbePermit.NONE, Attempt.NONE, waiters);
  }

  Cell<T> permitted(ProbePermit granted, State next) {
    return new Cell<>(next, next, request, granted, attempt, waiters);
  }

  Cell<T> in(State next) {
    return new Cell<>(next, next, request, permit, attempt, waiters);
  }

  Cell<T> leasing(Attempt begun) {
    return new Cell<>(State.LEASING, State.LEASING, request, permit, begun, waiters);
  }

  Cell<T> settling() {
    return new Cell<>(State.SETTLING, reached, request, permit, attempt, waiters);
  }

  Cell<T> joinedBy(Waiter<T> waiter) {
    return new Cell<>(state, reached, request, permit, attempt, waiters.prepend(waiter));
  }

  /** A probe is sent once. */
  Tries tries() {
    return permit.isProbe() ? Tries.ONE : request.tries();
  }

  boolean hasSlot() {
    return reached.compareTo(State.LEASING) >= 0;
  }

  boolean hasLease() {
    return reached.compareTo(State.REQUESTING) >= 0;
  }
}
