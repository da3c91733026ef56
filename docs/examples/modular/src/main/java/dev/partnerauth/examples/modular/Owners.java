package dev.partnerauth.examples.modular;

import dev.partnerauth.claim.InterviewId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Who started which interview. Yours stands in a database. */
final class Owners {

  private final ConcurrentMap<InterviewId, String> owners = new ConcurrentHashMap<>();

  void remember(InterviewId interview, String user) {
    owners.put(interview, user);
  }

  /** Empty also for what is no interview at all. */
  Optional<InterviewId> interviewOf(String user, String id) {
    return InterviewId.of(id)
        .toJavaOptional()
        .filter(interview -> user.equals(owners.get(interview)));
  }
}
