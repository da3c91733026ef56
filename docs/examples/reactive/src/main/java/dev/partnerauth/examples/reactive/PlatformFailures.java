package dev.partnerauth.examples.reactive;

import dev.partnerauth.failure.AuthException;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.http.bearer.NoBearerTokenException;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** What our users are told of the platform's failures: to wait, or nothing. */
@RestControllerAdvice
class PlatformFailures {

  private static final Logger LOG = LoggerFactory.getLogger(PlatformFailures.class);
  private static final long A_SECOND = 1;

  @ExceptionHandler
  ResponseEntity<Void> noToken(AuthException failed) {
    return answer(failed.failure());
  }

  @ExceptionHandler
  ResponseEntity<Void> noAnswer(WebClientRequestException failed) {
    if (failed.getCause() instanceof NoBearerTokenException noToken) {
      return answer(noToken.failure());
    }
    LOG.warn("The platform did not answer", failed);
    return later(A_SECOND);
  }

  @ExceptionHandler
  ResponseEntity<Void> refusal(WebClientResponseException failed) {
    HttpStatusCode status = failed.getStatusCode();
    LOG.warn("The platform answered {}", status);
    return status.is5xxServerError() || status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)
        ? later(A_SECOND)
        : badGateway();
  }

  @ExceptionHandler
  ResponseEntity<Void> oddAnswer(WebClientException failed) {
    LOG.warn("The platform's answer could not be read", failed);
    return badGateway();
  }

  private static ResponseEntity<Void> answer(AuthFailure failure) {
    LOG.warn("No token: {}", failure.describe());
    OptionalLong wait = failure.retryAfterSeconds();
    return wait.isPresent() ? later(wait.getAsLong()) : badGateway();
  }

  private static ResponseEntity<Void> later(long seconds) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
        .build();
  }

  private static ResponseEntity<Void> badGateway() {
    return ResponseEntity.status(HttpStatus.BAD_GATEWAY).build();
  }
}
