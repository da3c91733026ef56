package dev.partnerauth.http.wire;

/** What may be wrong with a field of an answer, as clauses that follow the field's name. */
final class Problem {

  static final String MISSING = "is missing";
  static final String BLANK = "is blank";

  private Problem() {}
}
