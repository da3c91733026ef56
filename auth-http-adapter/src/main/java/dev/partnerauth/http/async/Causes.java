package dev.partnerauth.http.async;

import java.util.concurrent.CompletionException;

/** What really went wrong. */
public final class Causes {

  private Causes() {}

  /** A dependent stage is told of a failure in a wrapping. */
  public static Throwable of(Throwable told) {
    return told instanceof CompletionException && told.getCause() != null ? told.getCause() : told;
  }
}
