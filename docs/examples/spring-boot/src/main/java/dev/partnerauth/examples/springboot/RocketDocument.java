package dev.partnerauth.examples.springboot;

import dev.partnerauth.claim.InterviewId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** The platform's interviews and documents, called with the general token. */
@Component
class RocketDocument {

  private final RestClient platform;
  private final String templateId;

  RocketDocument(RestClient platformClient, PlatformProperties properties) {
    this.platform = platformClient;
    this.templateId = properties.templateId();
  }

  InterviewId start(String user) {
    Interview started =
        platform
            .post()
            .uri("/interviews")
            .body(new NewInterview(templateId, user, user + "@example.com"))
            .retrieve()
            .requiredBody(Interview.class);
    return new InterviewId(started.interviewId());
  }

  /** As HTML, once the interview is completed. */
  Optional<String> document(InterviewId interviewId) {
    Interview interview =
        platform
            .get()
            .uri("/interviews/{id}", interviewId.value())
            .retrieve()
            .requiredBody(Interview.class);
    return interview.documentId().map(this::html);
  }

  private String html(String documentId) {
    return platform.get().uri("/documents/{id}", documentId).retrieve().requiredBody(String.class);
  }

  private record NewInterview(
      String templateId, String partnerEndUserId, String partyEmailAddress) {}

  private record Interview(String interviewId, String interviewStatus, @Nullable Binder binder) {
    Optional<String> documentId() {
      return Optional.ofNullable(binder)
          .filter(in -> interviewStatus.equals("completed"))
          .map(Binder::documentId);
    }
  }

  private record Binder(String documentId) {}
}
