package dev.partnerauth.failure;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Why there is no token, in four groups by whose turn it is. The groups are stable; kinds may be
 * added to a group, so switch over groups with {@link #fold} and over kinds only where it matters.
 * Immutable, and free of secrets.
 *
 * @since 0.1.0
 */
public sealed interface AuthFailure
    permits CallerFailure, AdministratorFailure, TransientFailure, ProtocolFailure {

  Diagnosis diagnosis();

  /** What is known of the exchange: nothing, unless a kind has such facts. */
  default Facts facts() {
    return Facts.local();
  }

  /** What happened, as one sentence. */
  default String problem() {
    return diagnosis().problem();
  }

  /** What to do, and whose turn it is, as one sentence. */
  default String remedy() {
    return diagnosis().remedy();
  }

  /** Which other calls would fail for the same reason. */
  default FailureDomain domain() {
    return diagnosis().domain();
  }

  /** The endpoint that it came from, if any had a part in it. */
  default Optional<Endpoint> endpoint() {
    return facts().endpoint();
  }

  /**
   * The domain for who asked {@code asked}. What another endpoint said, such as that there is no
   * access token to ask with, tells nothing of this one: it concerns the call alone.
   */
  default FailureDomain domainAt(Endpoint asked) {
    return endpoint().filter(origin -> origin != asked).isPresent() ? FailureDomain.CALL : domain();
  }

  /** Whether the same call may succeed later without anybody mending anything. */
  default boolean retryable() {
    return false;
  }

  /** How long to wait at least before the next try, where the server said so. */
  default Optional<Duration> retryAfter() {
    return facts().retryAfter();
  }

  /**
   * For the {@code Retry-After} header of an answer of one's own: whole seconds, rounded up, at
   * least one. Empty if waiting mends nothing.
   */
  default OptionalLong retryAfterSeconds() {
    return retryable()
        ? OptionalLong.of(
            Math.max(1, retryAfter().orElse(Duration.ZERO).minusNanos(1).toSeconds() + 1))
        : OptionalLong.empty();
  }

  /** Problem and remedy in one line, with the tries between them where there were several. */
  default String describe() {
    String tries =
        facts().tries() > 1
            ? facts().tries() + " requests were sent in " + facts().elapsed() + ". "
            : "";
    return problem() + " " + tries + remedy();
  }

  default <R> R fold(
      Function<? super CallerFailure, ? extends R> caller,
      Function<? super AdministratorFailure, ? extends R> administrator,
      Function<? super TransientFailure, ? extends R> time,
      Function<? super ProtocolFailure, ? extends R> us) {
    if (this instanceof CallerFailure failure) {
      return caller.apply(failure);
    }
    if (this instanceof AdministratorFailure failure) {
      return administrator.apply(failure);
    }
    return this instanceof TransientFailure failure
        ? time.apply(failure)
        : us.apply((ProtocolFailure) this);
  }
}
