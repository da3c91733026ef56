package dev.partnerauth.cache;

import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenDigest;
import dev.partnerauth.token.TokenLabel;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Optional;

/** What the driver does after a transition. */
sealed interface Effect<T extends Token> {

  /** The action of the state that the cell has entered. */
  record Enter<T extends Token>(Cell<T> cell) implements Effect<T> {}

  /** Stores a token, or remembers a failure. */
  record Settle<T extends Token>(Cell<T> cell, Outcome<T> outcome) implements Effect<T> {}

  /** Limits the time that the request may take. */
  record StartLimit<T extends Token>(InFlightRequest<T> request) implements Effect<T> {}

  /** Releases the limit of time, and the slot if there is one. */
  record End<T extends Token>(Cell<T> cell, SlotUse slot) implements Effect<T> {}

  /** Releases a slot that came too late. */
  record SkipSlot<T extends Token>() implements Effect<T> {}

  /** Stores a token that came after its request was given up. */
  record StoreLate<T extends Token>(InFlightRequest<T> request, CacheEntry<T> entry)
      implements Effect<T> {}

  /** Hands a token to the other nodes. */
  record Share<T extends Token>(T token) implements Effect<T> {}

  /** Lets another node ask the server. */
  record ReleaseLease<T extends Token>() implements Effect<T> {}

  /** Remembers how long new tokens live. */
  record ObserveLifetime<T extends Token>(Duration lifetime) implements Effect<T> {}

  /** Answers a caller. */
  record Complete<T extends Token>(Waiter<T> waiter, Either<AuthFailure, T> answer)
      implements Effect<T> {}

  record Announce<T extends Token>(AuthEvent event) implements Effect<T> {}

  /**
   * Lets an entry be served for a while without a look at the gate.
   *
   * @param news announced if the entry was still the expected one
   */
  record Recheck<T extends Token>(
      CacheEntry<T> expected, CacheEntry<T> next, Optional<AuthEvent> news) implements Effect<T> {}

  /** Removes a rejected token. */
  record Remove<T extends Token>(TokenDigest token, TokenLabel label) implements Effect<T> {}

  /** Tells the other nodes of a rejected token. */
  record RejectEverywhere<T extends Token>(T token) implements Effect<T> {}

  /** No longer holds remembered refusals against the key. */
  record DoubtRefusals<T extends Token>() implements Effect<T> {}

  /** What became of a slot of the limiter. */
  enum SlotUse {
    NONE,
    /** No request was sent. */
    SKIPPED,
    SUCCEEDED,
    /** The endpoint failed. */
    FAILED
  }
}
