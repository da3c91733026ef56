package dev.partnerauth.examples.jakartarest;

import dev.partnerauth.claim.InterviewId;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose interview it is: decided here, never by what a request says. Your database in production.
 */
final class Owners {

  private final Map<String, String> ownerOf = new ConcurrentHashMap<>();

  void remember(String interviewId, Principal owner) {
    ownerOf.put(interviewId, owner.getName());
  }

  /** Empty as well for an interview that nobody started. */
  Optional<InterviewId> interview(String interviewId, Principal owner) {
    return owner.getName().equals(ownerOf.get(interviewId))
        ? Optional.of(new InterviewId(interviewId))
        : Optional.empty();
  }
}
