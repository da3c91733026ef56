package dev.partnerauth.examples.plain;

import dev.partnerauth.claim.InterviewId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Whose interview is whose. Yours stands in a database. */
final class Interviews {

  private final Map<InterviewId, String> owners = new ConcurrentHashMap<>();

  void remember(InterviewId interview, String user) {
    owners.put(interview, user);
  }

  /** The interview, if there is one and it is this user's. */
  Optional<InterviewId> of(String user, String interviewId) {
    return InterviewId.of(interviewId)
        .toJavaOptional()
        .filter(interview -> user.equals(owners.get(interview)));
  }
}
