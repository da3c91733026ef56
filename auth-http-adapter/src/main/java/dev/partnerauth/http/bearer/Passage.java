package dev.partnerauth.http.bearer;

/** What is to be done with a call. */
sealed interface Passage {

  /** It is none of ours, or wants no token: it goes out as the caller made it. */
  record Unchanged() implements Passage {}

  record WithToken() implements Passage {}

  /** It does not go out. */
  record Refused(BearerCallException reason) implements Passage {}
}
