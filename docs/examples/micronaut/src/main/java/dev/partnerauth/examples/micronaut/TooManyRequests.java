package dev.partnerauth.examples.micronaut;

import java.time.Duration;

/** The user has to wait. */
final class TooManyRequests extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration wait;

  TooManyRequests(Duration wait) {
    super("Too many requests");
    this.wait = wait;
  }

  Duration howLong() {
    return wait;
  }
}
