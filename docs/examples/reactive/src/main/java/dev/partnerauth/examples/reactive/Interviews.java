package dev.partnerauth.examples.reactive;

import dev.partnerauth.claim.InterviewId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Whose interview is whose. Your database stands here. */
@Component
class Interviews {

  private final Map<String, String> owners = new ConcurrentHashMap<>();

  void add(InterviewId interview, String owner) {
    owners.put(interview.value(), owner);
  }

  /** Another's interview is answered as one that does not exist. */
  InterviewId requireOwned(String interviewId, String user) {
    if (!user.equals(owners.get(interviewId))) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return new InterviewId(interviewId);
  }
}
