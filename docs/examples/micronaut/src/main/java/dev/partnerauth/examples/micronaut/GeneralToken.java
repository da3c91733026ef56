package dev.partnerauth.examples.micronaut;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.failure.AuthException;
import dev.partnerauth.token.AccessToken;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.ClientFilter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Carries the general token to the platform, and to no other service. */
@ClientFilter(serviceId = Platform.SERVICE)
final class GeneralToken {

  private static final String SENT = GeneralToken.class.getName();

  private final PartnerAuth auth;

  GeneralToken(PartnerAuth auth) {
    this.auth = auth;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void carry(MutableHttpRequest<?> request) {
    AccessToken token = auth.accessToken().getOrElseThrow(AuthException::new);
    request.bearerAuth(token.reveal());
    request.setAttribute(SENT, token);
  }

  /** A token that the platform refuses is never served again. */
  @ResponseFilter
  void reject(HttpRequest<?> request, HttpClientResponseException refusal) {
    if (refusal.getStatus() == HttpStatus.UNAUTHORIZED) {
      request.getAttribute(SENT, AccessToken.class).ifPresent(auth::reject);
    }
  }
}
