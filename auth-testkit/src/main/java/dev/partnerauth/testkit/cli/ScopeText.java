package dev.partnerauth.testkit.cli;

import dev.partnerauth.scope.Scope;

/** A scope in words. */
final class ScopeText {

  private ScopeText() {}

  static String of(Scope scope) {
    if (scope instanceof Scope.Interview interview) {
      return "interview " + interview.interviewId().value();
    }
    if (scope instanceof Scope.Party party) {
      return "party " + party.upid().value();
    }
    if (scope instanceof Scope.Custom custom) {
      return "purpose " + custom.delegates().name();
    }
    return scope instanceof Scope.Application
        ? "everything of the app"
        : "unknown, since purpose and claims cannot be read";
  }
}
