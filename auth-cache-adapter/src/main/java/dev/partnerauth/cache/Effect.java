package dev.partnerauth.cache;

import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenDigest;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenLabel;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Optional;

/** What the driver does after a transition. */
sealed interface Effect<K extends TokenKey<T>, T extends Token> {

  /** The action of the state that the cell has entered. */
  record Enter<K extends TokenKey<T>, T extends Token>(Cell<K, T> cell) implements Effect<K, T> {}

  /** Stores a token, or remembers a failure. */
  record Settle<K extends TokenKey<T>, T extends Token>(Cell<K, T> cell, Outcome<T> outcome)
      implements Effect<K, T> {}

  /** Limits the time that the request may take. */
  record StartLimit<K extends TokenKey<T>, T extends Token>(InFlightRequest<K, T> request)
      implements Effect<K, T> {}

  /** Releases the limit of time, and the slot if there is one. */
  record End<K extends TokenKey<T>, T extends Token>(Cell<K, T> cell, SlotUse slot)
      implements Effect<K, T> {}

  /** Releases a slot that came too late. */
  record SkipSlot<K extends TokenKey<T>, T extends Token>() implements Effect<K, T> {}

  /** Stores a token that came after its request was given up. */
  record StoreLate<K extends TokenKey<T>, T extends Token>(
      InFlightRequest<K, T> request, CacheEntry<T> entry) implements Effect<K, T> {}

  /** Hands a token to the other nodes. */
  record Share<K extends TokenKey<T>, T extends Token>(T token) implements Effect<K, T> {}

  /** Lets another node ask the server. */
  record ReleaseLease<K extends TokenKey<T>, T extends Token>() implements Effect<K, T> {}

  /** Remembers how long new tokens live. */
  record ObserveLifetime<K extends TokenKey<T>, T extends Token>(Duration lifetime)
      implements Effect<K, T> {}

  /** Answers a caller. */
  record Complete<K extends TokenKey<T>, T extends Token>(
      Waiter<T> waiter, Either<AuthFailure, T> answer) implements Effect<K, T> {}

  record Announce<K extends TokenKey<T>, T extends Token>(AuthEvent event)
      implements Effect<K, T> {}

  /**
   * Lets an entry be served for a while without a look at the gate.
   *
   * @param news announced if the entry was still the expected one
   */
  record Recheck<K extends TokenKey<T>, T extends Token>(
      CacheEntry<T> expected, CacheEntry<T> next, Optional<AuthEvent> news)
      implements Effect<K, T> {}

  /** Removes a rejected token. */
  record Remove<K extends TokenKey<T>, T extends Token>(TokenDigest token, TokenLabel label)
      implements Effect<K, T> {}

  /** Tells the other nodes of a rejected token. */
  record RejectEverywhere<K extends TokenKey<T>, T extends Token>(T token)
      implements Effect<K, T> {}

  /** No longer holds remembered refusals against the key. */
  record DoubtRefusals<K extends TokenKey<T>, T extends Token>() implements Effect<K, T> {}

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
