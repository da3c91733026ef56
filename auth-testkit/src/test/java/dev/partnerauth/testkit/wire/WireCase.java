package dev.partnerauth.testkit.wire;

import java.util.Map;
import java.util.Optional;

/**
 * One answer of a server, and what must come of it.
 *
 * @param file its name
 * @param reason why it is in the corpus
 * @param outcome as {@link Rendering} writes it
 * @param exceptions the outcome by name of the transport that cannot tell the same as the others
 */
record WireCase(
    String file,
    String reason,
    WireCall call,
    RawAnswer answer,
    String outcome,
    Map<String, String> exceptions) {

  String outcomeBy(String transport) {
    return Optional.ofNullable(exceptions.get(transport)).orElse(outcome);
  }

  @Override
  public String toString() {
    return file;
  }
}
