package dev.partnerauth.testkit.fuzz;

import static dev.partnerauth.testkit.fuzz.Shown.check;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Facts;
import java.time.Duration;

/** What must hold of every failure, whatever the server said. */
final class Failures {

  private static final int FOREIGN_TEXT = 200;

  private Failures() {}

  static void areFitToBeShown(AuthFailure failure, Splices splices) {
    Facts facts = failure.facts();
    facts.errorCode().ifPresent(code -> fits(code, FOREIGN_TEXT, splices));
    facts.requestId().ifPresent(id -> fits(id, FOREIGN_TEXT, splices));
    facts.retryAfter().ifPresent(Failures::isFollowable);
    // One foreign text and our own words about at most half a dozen fields.
    fits(failure.describe(), FOREIGN_TEXT + 800, splices);
    fits(failure.toString(), 3 * FOREIGN_TEXT + 1200, splices);
  }

  private static void fits(String text, int characters, Splices splices) {
    new Shown(text).without(splices.secrets()).inOneLine().within(characters);
  }

  static void isFollowable(Duration wait) {
    check(!wait.isNegative() && wait.compareTo(Duration.ofDays(1)) <= 0, "a wait of up to a day");
  }
}
