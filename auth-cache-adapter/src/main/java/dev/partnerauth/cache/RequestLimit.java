package dev.partnerauth.cache;

import dev.partnerauth.port.Delays;
import java.util.Optional;

/** The timer of one request. Equal to itself only. Thread-safe. */
final class RequestLimit {

  private Optional<Delays.Pending> timer = Optional.empty();
  private boolean ended;

  synchronized void started(Delays.Pending pending) {
    if (ended) {
      pending.cancel();
    } else {
      timer = Optional.of(pending);
    }
  }

  synchronized void end() {
    ended = true;
    timer.ifPresent(Delays.Pending::cancel);
  }
}
