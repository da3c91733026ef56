package dev.partnerauth.examples.reactive;

import dev.partnerauth.AsyncDelegation;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.examples.reactive.CallLimit.Call;
import dev.partnerauth.failure.AuthException;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceTokenRequest;
import java.security.Principal;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Hands a page the token for an interview of its user. The page keeps it in memory only. */
@RestController
class TokenHandOut {

  private static final Lifetime DELEGATED_FOR = Lifetime.of(Duration.ofHours(1));
  private static final Duration LEFT_AT_LEAST = Duration.ofMinutes(10);

  private final CallLimit limit;
  private final Interviews interviews;
  private final AsyncDelegation delegation;

  TokenHandOut(CallLimit limit, Interviews interviews, AsyncDelegation delegation) {
    this.limit = limit;
    this.interviews = interviews;
    this.delegation = delegation;
  }

  @PostMapping("/interviews/{interviewId}/token")
  Mono<ResponseEntity<HandedOut>> handOut(@PathVariable String interviewId, Principal user) {
    limit.count(Call.HAND_OUT, user.getName());
    InterviewId interview = interviews.requireOwned(interviewId, user.getName());
    return delegated(ServiceTokenRequest.forInterview(interview, DELEGATED_FOR))
        .map(
            token ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(HandedOut.of(token)));
  }

  private Mono<ScopedAccessToken> delegated(ServiceTokenRequest request) {
    return Mono.fromCompletionStage(() -> delegation.delegate(request, LEFT_AT_LEAST))
        .map(outcome -> outcome.getOrElseThrow(AuthException::new));
  }
}
