package dev.partnerauth.examples.reactive;

import dev.partnerauth.claim.InterviewId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** The platform's interviews and documents, called with the general token. */
@Component
class RocketDocument {

  private final WebClient platform;
  private final String templateId;

  RocketDocument(WebClient platformClient, PlatformProperties properties) {
    this.platform = platformClient;
    this.templateId = properties.templateId();
  }

  Mono<InterviewId> start(String user) {
    return platform
        .post()
        .uri("/interviews")
        .bodyValue(new NewInterview(templateId, user, user + "@example.com"))
        .retrieve()
        .bodyToMono(Interview.class)
        .map(started -> new InterviewId(started.interviewId()));
  }

  /** As HTML, once the interview is completed; empty before. */
  Mono<String> document(InterviewId interviewId) {
    return platform
        .get()
        .uri("/interviews/{id}", interviewId.value())
        .retrieve()
        .bodyToMono(Interview.class)
        .flatMap(interview -> Mono.justOrEmpty(interview.documentId()))
        .flatMap(this::html);
  }

  private Mono<String> html(String documentId) {
    return platform.get().uri("/documents/{id}", documentId).retrieve().bodyToMono(String.class);
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
