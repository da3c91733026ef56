package dev.partnerauth.http.observe;

import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.TokenKind;
import java.util.Locale;

/** The words that logs, metrics and recordings have in common with the code and the runbook. */
final class Names {

  private Names() {}

  static String of(AuthEvent event) {
    return event.getClass().getSimpleName();
  }

  static String of(AuthFailure failure) {
    return failure.getClass().getSimpleName();
  }

  static String of(TokenKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Whose turn it is. */
  static String turn(AuthFailure failure) {
    return failure.fold(
        caller -> "caller", administrator -> "administrator", time -> "time", us -> "us");
  }
}
