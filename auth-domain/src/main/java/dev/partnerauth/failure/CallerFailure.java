package dev.partnerauth.failure;

import static dev.partnerauth.failure.FailureDomain.APP;
import static dev.partnerauth.failure.FailureDomain.CALL;
import static dev.partnerauth.failure.FailureDomain.KEY;

import dev.partnerauth.violation.InvalidRequest;
import java.time.Duration;

/**
 * It is the caller's turn: the purpose, the claims, the expiration or the token handed in do not
 * fit.
 *
 * @since 0.1.0
 */
public sealed interface CallerFailure extends AuthFailure {

  /** The request was refused here; nothing was sent. */
  record InvalidServiceTokenRequest(InvalidRequest request) implements CallerFailure {
    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(CALL, "The service token request is not valid.", request.describe());
    }
  }

  /**
   * The server refused the request: its purpose, a claim or the expiration (it does not say which).
   */
  record ServiceTokenRequestRefused(ForeignText message, Facts facts) implements CallerFailure {
    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          KEY,
          "The server refused the service token request" + message.endingASentence(),
          "Compare purpose and claims with what is registered for your app, and this machine's clock with the server's.");
    }
  }

  /** The purpose takes the claim, but this app may not make it. */
  record ClaimNotAllowed(ForeignText message, Facts facts) implements CallerFailure {
    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          KEY,
          "The server does not allow a claim" + message.endingASentence(),
          "Leave the claim out, or have the platform's developer support register it for your purpose.");
    }
  }

  /** The service token was refused in the exchange: expired, unknown, or not a service token. */
  record ServiceTokenRefused(ForeignText message, Facts facts) implements CallerFailure {
    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          KEY,
          "The service token was refused" + message.endingASentence(),
          "Ask for a new service token and exchange that one.");
    }
  }

  /**
   * The access token with which a service token was asked for is expired or not known to the
   * gateway. A new access token was refused as well, so it is this app's tokens that are not known.
   */
  record AccessTokenRefused(ForeignText message, Facts facts) implements CallerFailure {
    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          APP,
          "The access token was refused" + message.endingASentence(),
          "Obtain a new access token; PartnerAuth does so by itself, once for each call.");
    }
  }

  /** Even a fresh token does not live as long as the caller needs. */
  record LifetimeTooShort(Duration wanted, Duration remaining) implements CallerFailure {
    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          CALL,
          "A fresh token lives " + remaining + ", and " + wanted + " were asked for.",
          "Ask for a smaller remaining lifetime.");
    }
  }
}
