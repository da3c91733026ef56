package dev.partnerauth.examples.reactive;

import dev.partnerauth.examples.reactive.CallLimit.Call;
import java.security.Principal;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** The beginning and the end of an interview. */
@RestController
class InterviewController {

  /** The document is another's HTML: it may be looked at, and do nothing. */
  private static final String LOOK_ONLY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

  private final CallLimit limit;
  private final RocketDocument platform;
  private final Interviews interviews;

  InterviewController(CallLimit limit, RocketDocument platform, Interviews interviews) {
    this.limit = limit;
    this.platform = platform;
    this.interviews = interviews;
  }

  @PostMapping("/interviews")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<Started> start(Principal user) {
    limit.count(Call.START, user.getName());
    return platform
        .start(user.getName())
        .doOnNext(interview -> interviews.add(interview, user.getName()))
        .map(interview -> new Started(interview.value()));
  }

  @GetMapping("/interviews/{interviewId}/document")
  Mono<ResponseEntity<String>> document(@PathVariable String interviewId, Principal user) {
    limit.count(Call.DOCUMENT, user.getName());
    return platform
        .document(interviews.requireOwned(interviewId, user.getName()))
        .map(InterviewController::shown)
        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.CONFLICT)));
  }

  private static ResponseEntity<String> shown(String html) {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_HTML)
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", LOOK_ONLY)
        .header("X-Content-Type-Options", "nosniff")
        .body(html);
  }

  record Started(String interviewId) {}
}
