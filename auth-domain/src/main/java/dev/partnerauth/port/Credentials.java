package dev.partnerauth.port;

import dev.partnerauth.app.App;
import java.util.List;

/**
 * An app's current credentials, asked for before every token request, so that a secret is rotated
 * without restart. Implementations are thread-safe and answer at once, from memory.
 *
 * @param <A> back-end or front-end app
 * @since 0.1.0
 */
@FunctionalInterface
public interface Credentials<A extends App> {

  /**
   * In the order in which they are to be tried: one, or the new and the old while a secret is being
   * rotated. The first is used; when the server refuses it, or has not approved it yet, the second
   * is tried once.
   */
  List<A> current();

  /** Credentials that never change. */
  static <A extends App> Credentials<A> constant(A app) {
    return new ConstantCredentials<>(List.of(app));
  }
}
