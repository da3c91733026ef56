package dev.partnerauth.examples.micronaut;

import dev.partnerauth.failure.AuthException;
import dev.partnerauth.http.bearer.BearerCallException;
import dev.partnerauth.http.bearer.BearerDecisions;
import dev.partnerauth.http.bearer.CarriedToken;
import dev.partnerauth.http.bearer.NoBearerTokenException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.ClientFilter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.UncheckedIOException;

/** Carries the general token to the platform, and to no other service. */
@ClientFilter(serviceId = Platform.SERVICE)
final class GeneralToken {

  private static final String SENT = GeneralToken.class.getName();

  private final BearerDecisions decisions;

  GeneralToken(BearerDecisions decisions) {
    this.decisions = decisions;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void carry(MutableHttpRequest<?> request) {
    boolean authorized = request.getHeaders().contains(HttpHeaders.AUTHORIZATION);
    decisions
        .before(request.getMethodName(), request.getUri(), authorized)
        .toCompletableFuture()
        .join()
        .getOrElseThrow(GeneralToken::unchecked)
        .ifPresent(
            token -> {
              request.header(HttpHeaders.AUTHORIZATION, token.authorizationHeader());
              request.setAttribute(SENT, token);
            });
  }

  private static RuntimeException unchecked(BearerCallException reason) {
    return reason instanceof NoBearerTokenException without
        ? new AuthException(without.failure())
        : new UncheckedIOException(reason);
  }

  /** The client makes a call's body anew, so any call can be repeated. */
  @ResponseFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void replace(HttpRequest<?> request, HttpClientResponseException refusal) {
    if (refusal.getStatus() == HttpStatus.UNAUTHORIZED
        && request
            .getAttribute(SENT, CarriedToken.class)
            .filter(sent -> isReplaced(sent, refusal))
            .isPresent()) {
      throw new RefusedToken(refusal);
    }
  }

  private boolean isReplaced(CarriedToken sent, HttpClientResponseException refusal) {
    byte[] answer = refusal.getResponse().getBody(byte[].class).orElse(new byte[0]);
    return decisions.afterUnauthorized(sent, answer, true).toCompletableFuture().join().isPresent();
  }
}
