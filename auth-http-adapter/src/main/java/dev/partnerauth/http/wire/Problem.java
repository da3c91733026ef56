package dev.partnerauth.http.wire;

/** What may be wrong with a field of an answer, as clauses that follow the field's name. */
final class Problem {

  static final String MISSING = "is missing";
  static final String BLANK = "is blank";

  /** {@code @NotBlank} would tell of a missing text as well, and so a second time. */
  static final String NOT_BLANK = "(?s)\\s*+\\S.*+";

  private Problem() {}
}
