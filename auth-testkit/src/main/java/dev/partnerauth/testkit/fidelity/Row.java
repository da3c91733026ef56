package dev.partnerauth.testkit.fidelity;

import dev.partnerauth.testkit.settings.Behaviour;
import java.util.Optional;

/**
 * One behaviour of the sandbox.
 *
 * @param behaviour what it does, in Markdown
 * @param source which document says so, or why it was chosen
 * @param otherwise by which a sandbox does something else
 * @since 0.1.0
 */
public record Row(String behaviour, Tag tag, String source, Optional<Behaviour> otherwise) {

  static Row documented(String behaviour, String source) {
    return new Row(behaviour, Tag.DOCUMENTED, source, Optional.empty());
  }

  static Row observed(String behaviour, String source) {
    return new Row(behaviour, Tag.OBSERVED, source, Optional.empty());
  }

  static Row assumed(String behaviour, String reason) {
    return new Row(behaviour, Tag.ASSUMED, reason, Optional.empty());
  }

  Row unless(Behaviour switchedOn) {
    return new Row(behaviour, tag, source, Optional.of(switchedOn));
  }
}
