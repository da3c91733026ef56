package dev.partnerauth.testkit.server;

import java.util.Optional;

/** Part of what is served at one port. Implementations are thread-safe. */
public interface Part {

  /** Nothing when the request is for somebody else. */
  Optional<WireAnswer> answer(WireRequest request);
}
