package dev.partnerauth.testkit.fuzz;

import java.util.Locale;

/**
 * What is fuzzed. The seeds and past findings of each lie in the resources, in a folder of its
 * name.
 */
enum FuzzTarget {
  SUCCESS_ANSWERS(SuccessAnswers.class),
  ERROR_ANSWERS(ErrorAnswers.class),
  JWTS(Jwts.class),
  RETRY_AFTER(RetryAfterHeaders.class),
  SETTINGS(Settings.class);

  private final Class<?> entry;

  FuzzTarget(Class<?> entry) {
    this.entry = entry;
  }

  /** Where Jazzer enters. */
  Class<?> entry() {
    return entry;
  }

  String folder() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Throws an {@link AssertionError} when a property does not hold. */
  void run(byte[] input) {
    switch (this) {
      case SUCCESS_ANSWERS -> SuccessAnswers.fuzzerTestOneInput(input);
      case ERROR_ANSWERS -> ErrorAnswers.fuzzerTestOneInput(input);
      case JWTS -> Jwts.fuzzerTestOneInput(input);
      case RETRY_AFTER -> RetryAfterHeaders.fuzzerTestOneInput(input);
      case SETTINGS -> Settings.fuzzerTestOneInput(input);
    }
  }
}
