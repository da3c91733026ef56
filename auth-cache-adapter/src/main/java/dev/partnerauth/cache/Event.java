package dev.partnerauth.cache;

import dev.partnerauth.app.App;
import dev.partnerauth.cache.Cell.State;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenDigest;
import dev.partnerauth.token.TokenLabel;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happens to a key: a caller's wish, or the outcome of an effect. */
sealed interface Event<T extends Token> {

  /** A caller wants a token that the fast path does not have. */
  record Read<T extends Token>(TokenQuery<T> query, Waiter<T> waiter) implements Event<T> {}

  /**
   * A token is not to be served again.
   *
   * @param news the token, if it was rejected on this node and for the first time
   */
  record Rejected<T extends Token>(TokenDigest token, TokenLabel label, Optional<T> news)
      implements Event<T> {}

  /** It concerns one generation, which may be an earlier one than the present. */
  sealed interface OfRequest<T extends Token> extends Event<T> {

    InFlightRequest<T> request();

    /** Where the request stands when the event comes in time. */
    Set<State> awaitedIn();

    default boolean isAwaitedBy(Cell<T> cell) {
      return request().equals(cell.request()) && awaitedIn().contains(cell.state());
    }
  }

  /** The gate is open. */
  record Permitted<T extends Token>(InFlightRequest<T> request, ProbePermit permit)
      implements OfRequest<T> {
    @Override
    public Set<State> awaitedIn() {
      return EnumSet.of(State.GATED);
    }
  }

  /** The gate is closed. */
  record HeldOff<T extends Token>(InFlightRequest<T> request, BackoffState closing)
      implements OfRequest<T> {
    @Override
    public Set<State> awaitedIn() {
      return EnumSet.of(State.GATED);
    }
  }

  /** A thread has begun what was scheduled. */
  record Begun<T extends Token>(InFlightRequest<T> request) implements OfRequest<T> {
    @Override
    public Set<State> awaitedIn() {
      return EnumSet.of(State.SCHEDULED);
    }
  }

  /**
   * The limiter has given a slot.
   *
   * @param closing what has closed the gate meanwhile; a probe passes it all the same
   */
  record SlotGranted<T extends Token>(
      InFlightRequest<T> request, Optional<BackoffState> closing, List<? extends App> credentials)
      implements OfRequest<T> {
    @Override
    public Set<State> awaitedIn() {
      return EnumSet.of(State.QUEUED);
    }
  }

  /** No other node has a token: this one asks the server. */
  record LeaseGranted<T extends Token>(InFlightRequest<T> request) implements OfRequest<T> {
    @Override
    public Set<State> awaitedIn() {
      return EnumSet.of(State.LEASING);
    }
  }

  /**
   * A token came.
   *
   * @param shared whether another node has obtained it
   */
  record Arrived<T extends Token>(InFlightRequest<T> request, CacheEntry<T> entry, boolean shared)
      implements OfRequest<T> {
    @Override
    public Set<State> awaitedIn() {
      return EnumSet.of(State.LEASING, State.REQUESTING);
    }
  }

  /** The loader has no token. */
  record LoadFailed<T extends Token>(InFlightRequest<T> request, AuthFailure failure)
      implements OfRequest<T> {
    @Override
    public Set<State> awaitedIn() {
      return EnumSet.of(State.REQUESTING);
    }
  }

  /** An effect ended in an error of a program. */
  record EffectFailed<T extends Token>(InFlightRequest<T> request, AuthFailure failure)
      implements OfRequest<T> {
    @Override
    public Set<State> awaitedIn() {
      return EnumSet.allOf(State.class);
    }
  }

  /** The time for one request is over. */
  record LimitReached<T extends Token>(InFlightRequest<T> request) implements OfRequest<T> {
    @Override
    public Set<State> awaitedIn() {
      return EnumSet.complementOf(EnumSet.of(State.SETTLING));
    }
  }

  /**
   * The outcome stands where later readers find it.
   *
   * @param news what is to be announced of it
   */
  record Settled<T extends Token>(
      InFlightRequest<T> request, Outcome<T> outcome, List<AuthEvent> news)
      implements OfRequest<T> {
    @Override
    public Set<State> awaitedIn() {
      return EnumSet.of(State.SETTLING);
    }
  }
}
