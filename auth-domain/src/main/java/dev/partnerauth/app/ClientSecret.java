package dev.partnerauth.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.violation.FieldRule;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.security.MessageDigest;

/**
 * The secret of a developer app, {@code client_secret} on the wire. Never prints and is never
 * serialized; {@link #reveal} is the only way to its text. Compared in constant time.
 *
 * @since 0.1.0
 */
public final class ClientSecret {

  private static final FieldRule RULE = new FieldRule("client_secret", 512);

  private final transient String text;

  private ClientSecret(String text) {
    this.text = text;
  }

  /** Printable, not blank, at most 512 characters. */
  public static Either<Violation, ClientSecret> of(String text) {
    return RULE.check(text).map(ClientSecret::new);
  }

  /** The secret itself, for the request that needs it. */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClientSecret secret
        && MessageDigest.isEqual(text.getBytes(UTF_8), secret.text.getBytes(UTF_8));
  }

  /** The same for all secrets: a hash of a short secret would tell it. */
  @Override
  public int hashCode() {
    return ClientSecret.class.hashCode();
  }

  @Override
  public String toString() {
    return "ClientSecret[redacted]";
  }
}
