package dev.partnerauth.cache.oracle;

import dev.partnerauth.event.AuthEvent.RenewalFailed;
import dev.partnerauth.event.AuthEvent.TokenRenewed;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.FailureDomain;
import dev.partnerauth.failure.ProtocolFailure.DeadOnArrival;
import dev.partnerauth.failure.ProtocolFailure.RejectedTokenReissued;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenName;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps the token that a flight brought, or remembers why it brought none.
 *
 * @param pause how long a renewal waits at least after a failure: whoever has a living token can
 *     leave the server alone for longer than whoever has none
 */
record Landings<K extends TokenKey<T>, T extends Token>(
    Function<TokenName, Place<T>> places,
    RejectedTokens rejected,
    FailureMemory memory,
    Endpoint endpoint,
    Duration pause,
    AuthRuntime runtime) {

  /** The answer for those who wait. */
  Either<AuthFailure, T> land(
      TokenName name, Flight<K, T> flight, Either<AuthFailure, CacheEntry<T>> outcome) {
    Either<AuthFailure, CacheEntry<T>> arrived =
        outcome.flatMap(
            kept ->
                isRejected(kept)
                    ? Either.left(new RejectedTokenReissued(Facts.local(endpoint)))
                    : Either.right(kept));
    arrived
        .fold(Optional::of, kept -> keep(name, flight.key(), kept))
        .ifPresentOrElse(failure -> failed(name, flight, failure), () -> memory.succeeded(name));
    return arrived.flatMap(CacheEntry::answer);
  }

  /** Keeps what came after its flight was given up, unless there is something better by now. */
  void keepLate(TokenName name, K key, CacheEntry<T> late) {
    long nanos = runtime.time().nanos();
    if (!isRejected(late)
        && places.apply(name).get().servedOnAt(nanos).compareTo(late.servedOnAt(nanos)) < 0
        && keep(name, key, late).isEmpty()) {
      memory.succeeded(name);
    }
  }

  /** Keeps a token that lives; or tells why not. */
  private Optional<AuthFailure> keep(TokenName name, K key, CacheEntry<T> arrived) {
    if (!arrived.isServedAt(runtime.time().nanos())) {
      return arrived
          .token()
          .map(
              token ->
                  new DeadOnArrival(
                      token.expiration().orElse(token.obtainedAt()), Facts.local(endpoint)));
    }
    Place<T> place = places.apply(name);
    CacheEntry<T> before = place.get();
    while (!place.replace(before, arrived)) {
      before = place.get();
    }
    if (isRejected(arrived)) {
      // It was rejected between its arrival and now, when there was nothing yet to be removed.
      place.replace(arrived, CacheEntry.none());
    } else {
      announceRenewal(key, before, arrived);
    }
    return Optional.empty();
  }

  boolean isRejected(CacheEntry<T> kept) {
    return kept.token().filter(token -> rejected.contains(token.digest())).isPresent();
  }

  private void announceRenewal(K key, CacheEntry<T> before, CacheEntry<T> arrived) {
    long nanos = runtime.time().nanos();
    if (before.isServedAt(nanos)) {
      before
          .token()
          .flatMap(
              old ->
                  arrived
                      .token()
                      .map(
                          token ->
                              new TokenRenewed(
                                  key.label(),
                                  old.digest(),
                                  token.digest(),
                                  before.ageAt(nanos),
                                  before.overdueAt(nanos))))
          .ifPresent(runtime::announce);
    }
  }

  private void failed(TokenName name, Flight<K, T> flight, AuthFailure failure) {
    Place<T> place = places.apply(name);
    CacheEntry<T> kept = place.get();
    FailureDomain domain = failure.domainAt(endpoint);
    Setback setback =
        memory
            .failed(name, failure, domain, flight.presented(), flight.leave(), kept.setback())
            .notBefore(pause, runtime.time());
    boolean rememberedElsewhere = domain != FailureDomain.CALL;
    while (kept.isServedAt(runtime.time().nanos())) {
      if (place.replace(kept, kept.heldUpBy(setback, rememberedElsewhere))) {
        runtime.announce(
            new RenewalFailed(
                flight.key().label(), failure, setback.since(), setback.nextAttempt()));
        return;
      }
      kept = place.get();
    }
  }
}
