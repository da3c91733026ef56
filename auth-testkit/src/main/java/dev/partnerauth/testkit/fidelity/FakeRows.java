package dev.partnerauth.testkit.fidelity;

import static dev.partnerauth.testkit.fidelity.Row.assumed;

import java.util.List;

/** What is not as over HTTP. */
final class FakeRows {

  private FakeRows() {}

  static Section section() {
    return Section.of(
        "Where the fake differs",
        List.of(
            assumed(
                "answers at once, on the caller's thread, unless an answer is planned to be late",
                "nothing is sent"),
            assumed("sends nothing twice", "a client's retries are the adapter's"),
            assumed(
                "refusals are the same failures, with the status, code and message that the sandbox"
                    + " sends",
                "one table of refusals serves both"),
            assumed(
                "an answer that is planned to go wrong gives the failure that the HTTP adapter makes"
                    + " of it",
                "the suites hold both to it"),
            assumed("no request can be malformed", "domain types are handed over as they are"),
            assumed(
                "what a scoped token delegates is taken from the engine when the service token at"
                    + " hand does not tell",
                "the HTTP adapter reads it from the new token then, with the same result")));
  }
}
