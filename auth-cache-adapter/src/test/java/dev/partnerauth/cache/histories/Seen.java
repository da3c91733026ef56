package dev.partnerauth.cache.histories;

import dev.partnerauth.event.AuthEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something that callers, the server, the store or watchers see of a cache. */
sealed interface Seen {

  /** Callers are numbered in the order in which they ask. */
  record Asked(int caller, int key, Duration minimum, Duration deadline) implements Seen {}

  /**
   * @param answer the text of a token, a {@link Told}, or what was thrown
   */
  record Answered(int caller, Object answer) implements Seen {}

  /** The server was asked. */
  record Requested(int key, int ordinal, String tries, Duration limit) implements Seen {}

  /** The server's answer. */
  record Issued(int key, int ordinal, String text, Duration lifetime) implements Seen {}

  /** The server's answer, or that it threw. */
  record NotIssuedToken(int key, int ordinal) implements Seen {}

  record LeaseAsked(int key, Duration patience) implements Seen {}

  /**
   * @param text of another node's token; nothing where this node may ask
   * @param livesFor how long that token lives on
   */
  record LeaseGiven(int key, Optional<String> text, Duration livesFor) implements Seen {}

  record Shared(int key, String text) implements Seen {}

  record Released(int key) implements Seen {}

  record RejectedForAll(int key, String text) implements Seen {}

  /** What the store holds under a name after a step, told when it has changed. */
  record Stored(int key, Optional<String> text, boolean served) implements Seen {}

  record Announced(AuthEvent event) implements Seen {}

  /** What a cache says of a key that is asked for. */
  record Stood(int key, Optional<String> text, Optional<Trouble> trouble) implements Seen {}

  /** A renewal that fails. */
  record Trouble(Instant since, Told failure, Instant nextAttempt) {}

  /** A rejection has returned. */
  record Rejected(int key, String text) implements Seen {}

  /** Something was thrown at the executor's thread, or told to its handler. */
  record Uncaught(String kind) implements Seen {}

  /** The executor threw an error instead of taking a task. */
  record ExecutorErred() implements Seen {}

  /** A caller was never answered. */
  record Unanswered(int caller) implements Seen {}

  /** Something is still due at the end. */
  record StillDue(int tasks) implements Seen {}

  /** The history is over, the server is well, and everybody asks once more. */
  record Over() implements Seen {}
}
