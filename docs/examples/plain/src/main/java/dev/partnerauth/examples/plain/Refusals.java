package dev.partnerauth.examples.plain;

import dev.partnerauth.failure.AuthFailure;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.OptionalLong;

/** Tells the log why the platform did not help, and a browser only whether waiting does. */
final class Refusals {

  private static final Logger LOG = System.getLogger(Refusals.class.getName());

  private Refusals() {}

  static void answer(Call call, AuthFailure failure) throws IOException {
    LOG.log(Level.WARNING, failure.describe());
    answer(call, failure.retryAfterSeconds());
  }

  static void answer(Call call, PlatformException failure) throws IOException {
    LOG.log(Level.WARNING, failure.getMessage());
    answer(call, failure.mayPass() ? OptionalLong.of(1) : OptionalLong.empty());
  }

  private static void answer(Call call, OptionalLong wait) throws IOException {
    if (wait.isPresent()) {
      call.with("Retry-After", Long.toString(wait.getAsLong())).answer(503);
    } else {
      call.answer(502);
    }
  }
}
