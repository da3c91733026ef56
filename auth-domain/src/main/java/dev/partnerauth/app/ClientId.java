package dev.partnerauth.app;

import dev.partnerauth.violation.FieldRule;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;

/**
 * The key of a developer app, {@code client_id} on the wire. Not a secret.
 *
 * @param value printable, not blank, at most 256 characters
 * @since 0.1.0
 */
public record ClientId(String value) {

  private static final FieldRule RULE = new FieldRule("client_id", 256);

  public ClientId {
    RULE.require(value);
  }

  public static Either<Violation, ClientId> of(String text) {
    return RULE.check(text).map(ClientId::new);
  }

  @Override
  public String toString() {
    return value;
  }
}
