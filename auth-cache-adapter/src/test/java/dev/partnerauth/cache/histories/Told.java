package dev.partnerauth.cache.histories;

import dev.partnerauth.failure.AuthFailure;

/** A failure as callers tell it from others: by its class, its text and when to come back. */
final class Told {

  private final AuthFailure failure;

  Told(AuthFailure failure) {
    this.failure = failure;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Told told
        && (failure.equals(told.failure)
            || (failure.getClass().equals(told.failure.getClass())
                && failure.describe().equals(told.failure.describe())
                && failure.retryAfter().equals(told.failure.retryAfter())));
  }

  @Override
  public int hashCode() {
    return failure.getClass().hashCode();
  }

  @Override
  public String toString() {
    return failure.getClass().getSimpleName()
        + failure.retryAfter().map(wait -> " retry after " + wait).orElse("")
        + " \""
        + failure.describe()
        + "\"";
  }
}
