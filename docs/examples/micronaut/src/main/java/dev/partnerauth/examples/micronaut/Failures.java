package dev.partnerauth.examples.micronaut;

import dev.partnerauth.failure.AuthException;
import dev.partnerauth.failure.AuthFailure;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the log and the page are told when a call was not made, or failed. */
@Controller
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final long A_SECOND = 1;

  @Error(global = true)
  HttpResponse<?> tooMany(TooManyRequests thrown) {
    return Refusals.tooManyRequests(thrown.howLong());
  }

  @Error(global = true)
  HttpResponse<?> noToken(HttpRequest<?> request, AuthException thrown) {
    AuthFailure failure = thrown.failure();
    LOG.warn("No token for {}: {}", request.getPath(), failure.describe());
    OptionalLong wait = failure.retryAfterSeconds();
    return wait.isPresent() ? Refusals.unavailable(wait.getAsLong()) : Refusals.badGateway();
  }

  @Error(global = true)
  HttpResponse<?> refusedCall(HttpRequest<?> request, HttpClientResponseException thrown) {
    LOG.warn("The platform answered {} for {}", thrown.code(), request.getPath());
    return thrown.code() >= 500 || thrown.code() == HttpStatus.TOO_MANY_REQUESTS.getCode()
        ? Refusals.unavailable(A_SECOND)
        : Refusals.badGateway();
  }

  @Error(global = true)
  HttpResponse<?> noAnswer(HttpRequest<?> request, HttpClientException thrown) {
    LOG.warn("The platform did not answer for {}", request.getPath());
    return Refusals.unavailable(A_SECOND);
  }
}
