package dev.partnerauth.testkit.resource;

import dev.partnerauth.claim.InterviewId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The interviews of all apps. Beyond ten thousand the oldest are forgotten. Thread-safe. */
final class Interviews {

  private final Map<InterviewId, Interview> byId =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InterviewId, Interview> eldest) {
          return size() > ResourceFacts.INTERVIEWS_KEPT;
        }
      };

  synchronized void add(Interview interview) {
    byId.put(interview.id(), interview);
  }

  synchronized Optional<Interview> find(InterviewId id) {
    return Optional.ofNullable(byId.get(id));
  }

  synchronized Optional<Interview> withDocument(String documentId) {
    return byId.values().stream()
        .filter(interview -> interview.documentId().equals(documentId))
        .findFirst();
  }

  synchronized List<Interview> of(String owner) {
    return byId.values().stream().filter(interview -> interview.owner().equals(owner)).toList();
  }

  /** Nothing when it is gone. */
  synchronized Optional<Interview> change(InterviewId id, UnaryOperator<Interview> change) {
    return Optional.ofNullable(
        byId.computeIfPresent(id, (known, interview) -> change.apply(interview)));
  }

  synchronized void remove(InterviewId id) {
    byId.remove(id);
  }
}
