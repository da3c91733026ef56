package dev.partnerauth.examples.plain;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.TransientFailure;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Tells the log why the platform gave no token, and a browser only whether waiting helps. */
final class Refusals {

  private static final Logger LOG = System.getLogger(Refusals.class.getName());
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private Refusals() {}

  static void answer(Call call, AuthFailure failure) throws IOException {
    LOG.log(Level.WARNING, failure.describe());
    if (failure instanceof TransientFailure) {
      Duration wait = failure.retryAfter().orElse(A_MOMENT);
      call.with("Retry-After", String.valueOf(Math.max(1, wait.toSeconds()))).answer(503);
    } else {
      call.answer(502);
    }
  }
}
