package dev.partnerauth.testkit.assertions;

import org.assertj.core.api.AbstractAssert;

/**
 * What the assertions here have in common: a sentence that says what was expected and what came,
 * and below it the value as it shows itself. AssertJ's assertions about objects would read fields,
 * and print the secret ones, so they are left out.
 */
abstract class DomainAssert<S extends DomainAssert<S, A>, A> extends AbstractAssert<S, A> {

  private final String subject;

  /**
   * @param subject what the sentences call it, with its article
   */
  DomainAssert(String subject, A actual, Class<?> self) {
    super(actual, self);
    this.subject = subject;
  }

  /** The value to assert about; fails where there is none. */
  final A given() {
    isNotNull();
    return actual;
  }

  /** How the value shows itself, without secrets. */
  String shown(A value) {
    return value.toString();
  }

  /**
   * Fails unless it is so.
   *
   * @param expectation goes on after the subject, as an infinitive
   * @param finding what came instead, as a clause
   */
  final S expect(boolean so, String expectation, String finding) {
    if (!so) {
      failWithMessage("%s", message(expectation, finding));
    }
    return myself;
  }

  /** Fails unless both are equal, and lets a tool show them side by side: neither is secret. */
  final S expectEqual(Object expected, Object found, String expectation, String finding) {
    if (!expected.equals(found)) {
      failWithActualExpectedAndMessage(found, expected, "%s", message(expectation, finding));
    }
    return myself;
  }

  /** The assertion that goes on about a part of this value, under the same description. */
  final <N extends AbstractAssert<N, ?>> N goingOn(N next) {
    return next.as(info.description());
  }

  private String message(String expectation, String finding) {
    return "Expected " + subject + " " + expectation + ", but " + finding + ":\n  " + shown(actual);
  }
}
