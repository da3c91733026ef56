package dev.partnerauth.testkit.assertions;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.Severity;
import dev.partnerauth.failure.AuthFailure;
import java.util.Optional;

/**
 * Something that happened to tokens.
 *
 * @since 0.1.0
 */
public final class EventAssert extends DomainAssert<EventAssert, AuthEvent> {

  EventAssert(AuthEvent event) {
    super("the event", event, EventAssert.class);
  }

  public EventAssert tellsOf(Class<? extends AuthEvent> kind) {
    return expect(
        kind.isInstance(given()),
        "to tell of " + kind.getSimpleName(),
        "it tells of " + given().getClass().getSimpleName());
  }

  /** The app that it happened to. */
  public EventAssert happenedTo(ClientId clientId) {
    return expectEqual(
        clientId,
        given().clientId(),
        "to have happened to " + clientId,
        "it happened to " + given().clientId());
  }

  public EventAssert hasSeverity(Severity severity) {
    return expectEqual(
        severity,
        given().severity(),
        "to have severity " + severity,
        "its severity is " + given().severity());
  }

  /**
   * That a token could not be issued or renewed for such a reason, about which the returned
   * assertions go on.
   *
   * @param kind one kind, or a group such as {@code CallerFailure}
   */
  public FailureAssert tellsOfRefusalBecauseOf(Class<? extends AuthFailure> kind) {
    Optional<AuthFailure> failure =
        given() instanceof AuthEvent.OfFailure failed
            ? Optional.of(failed.failure())
            : Optional.empty();
    expect(
        failure.isPresent(),
        "to tell of a refusal because of " + kind.getSimpleName(),
        "it tells of " + given().getClass().getSimpleName());
    return goingOn(new FailureAssert(failure.orElseThrow())).isBecauseOf(kind);
  }
}
