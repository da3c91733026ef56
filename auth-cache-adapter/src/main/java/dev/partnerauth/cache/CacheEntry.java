package dev.partnerauth.cache;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.refresh.RefreshPolicy;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenDigest;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token as it stands in a store: with the ready answer, and with its age in nanoseconds of this
 * process, so that a wall clock that jumps does no harm. Immutable; equal to itself only.
 *
 * @since 0.1.0
 */
public final class CacheEntry<T extends Token> {

  /** More than any token lives, and few enough nanoseconds to add two of them. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private static final CacheEntry<?> NONE =
      new CacheEntry<>(null, 0, Long.MIN_VALUE, Long.MIN_VALUE, null);

  private final @Nullable Either<AuthFailure, T> answer;
  private final long bornNanos;
  private final long nextLook;
  private final long servedFor;

  /** Few entries have one, so the others need not have room for what it holds. */
  private final @Nullable RenewalBackoff backoff;

  private CacheEntry(
      @Nullable Either<AuthFailure, T> answer,
      long bornNanos,
      long nextLook,
      long servedFor,
      @Nullable RenewalBackoff backoff) {
    this.answer = answer;
    this.bornNanos = bornNanos;
    this.nextLook = Math.min(nextLook, servedFor);
    this.servedFor = servedFor;
    this.backoff = backoff;
  }

  /** In place of a token that is not there. Always the same object, and never served. */
  @SuppressWarnings("unchecked") // it holds no token of any kind
  public static <T extends Token> CacheEntry<T> none() {
    return (CacheEntry<T>) NONE;
  }

  /**
   * A token as it is to stand in a store. Only the cache makes them; whoever writes a store makes
   * them in tests.
   *
   * @param lifetime the whole of it, from its birth; a token of no lifetime is never served
   * @param bornNanos when its life began, by the clock of this process
   * @param policy when it is renewed and how long it is served
   * @param jitter 0 to below 1: where in the renewal window this token is renewed
   */
  public static <T extends Token> CacheEntry<T> of(
      T token, Duration lifetime, long bornNanos, RefreshPolicy policy, double jitter) {
    Duration bounded = lifetime.compareTo(LONGEST) > 0 ? LONGEST : lifetime;
    return new CacheEntry<>(
        Either.right(token),
        bornNanos,
        policy.renewedAfter(bounded, jitter).toNanos(),
        policy.servedFor(bounded).toNanos(),
        null);
  }

  /**
   * The same token after a renewal that failed: its next reader looks at once.
   *
   * @param remembered whether a {@link Backoff} knows of the failure too
   */
  CacheEntry<T> backingOff(BackoffState state, boolean remembered) {
    return new CacheEntry<>(
        answer,
        bornNanos,
        Long.MIN_VALUE,
        servedFor,
        new RenewalBackoff(renewalDue(), state, remembered, false));
  }

  /** The same token, served without a look at anything else until then. */
  CacheEntry<T> recheckedAt(long nanos, BackoffState state) {
    boolean endsOnRecovery = backoff == null || backoff.endsOnRecovery();
    return new CacheEntry<>(
        answer,
        bornNanos,
        nanos - bornNanos,
        servedFor,
        new RenewalBackoff(renewalDue(), state, endsOnRecovery, true));
  }

  Optional<RenewalBackoff> backoff() {
    return Optional.ofNullable(backoff);
  }

  Either<AuthFailure, T> answer() {
    if (answer == null) {
      throw new IllegalStateException("there is no token");
    }
    return answer;
  }

  /** The token; nothing for {@link #none}. */
  public Optional<T> token() {
    return answer == null ? Optional.empty() : Optional.of(answer.get());
  }

  boolean holds(TokenDigest digest) {
    return answer != null && answer.get().digest().equals(digest);
  }

  /** Whether it can be served and need not be renewed yet. */
  boolean isFreshAt(long nanos) {
    return nanos - bornNanos < nextLook;
  }

  Duration ageAt(long nanos) {
    return Duration.ofNanos(nanos - bornNanos);
  }

  /** How long ago it was to be renewed; zero before that. */
  Duration overdueAt(long nanos) {
    return Duration.ofNanos(Math.max(0, nanos - bornNanos - renewalDue()));
  }

  private long renewalDue() {
    return backoff == null ? nextLook : backoff.renewalDue();
  }

  boolean isServedAt(long nanos) {
    return nanos - bornNanos < servedFor;
  }

  /** How long it will still be served; nothing or less when it no longer is. */
  public Duration servedOnAt(long nanos) {
    return answer == null ? Duration.ZERO : Duration.ofNanos(servedOnNanos(nanos));
  }

  /** How long it will still live, which is a bit longer than it is served. */
  Duration remainingAt(long nanos) {
    return token()
        .flatMap(Token::lifetime)
        .map(lifetime -> lifetime.compareTo(LONGEST) > 0 ? LONGEST : lifetime)
        .map(lifetime -> lifetime.minusNanos(nanos - bornNanos))
        .orElse(Duration.ZERO);
  }

  /** Whether it lives for as long as that. */
  boolean lasts(Duration minimumRemaining, long nanos) {
    return minimumRemaining.isZero() || remainingAt(nanos).compareTo(minimumRemaining) >= 0;
  }

  /** {@link #servedOnAt} in nanoseconds, for whoever asks with every read. */
  long servedOnNanos(long nanos) {
    return servedFor - (nanos - bornNanos);
  }

  /** Without the token's text. */
  @Override
  public String toString() {
    return "CacheEntry[" + token().map(Object::toString).orElse("nothing") + "]";
  }
}
