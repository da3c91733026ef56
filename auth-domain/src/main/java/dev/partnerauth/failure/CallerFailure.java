package dev.partnerauth.failure;

import dev.partnerauth.violation.InvalidRequest;
import java.time.Duration;
import java.util.function.Function;

/**
 * It is the caller's turn: the purpose, the claims, the expiration or the token handed in do not
 * fit.
 *
 * @since 0.1.0
 */
public sealed interface CallerFailure extends AuthFailure {

  @Override
  default boolean retryable() {
    return false;
  }

  /** The request was understood and refused. */
  @Override
  default FailureDomain domain() {
    return FailureDomain.KEY;
  }

  @Override
  default <R> R fold(
      Function<? super CallerFailure, ? extends R> caller,
      Function<? super AdministratorFailure, ? extends R> administrator,
      Function<? super TransientFailure, ? extends R> time,
      Function<? super ProtocolFailure, ? extends R> us) {
    return caller.apply(this);
  }

  /** The request was refused here; nothing was sent. */
  record InvalidServiceTokenRequest(InvalidRequest request) implements CallerFailure {
    @Override
    public FailureDomain domain() {
      return FailureDomain.CALL;
    }

    @Override
    public Facts facts() {
      return Facts.local();
    }

    @Override
    public String problem() {
      return "The service token request is not valid.";
    }

    @Override
    public String remedy() {
      return request.describe();
    }
  }

  /**
   * The server refused the request: its purpose, a claim or the expiration (it does not say which).
   */
  record ServiceTokenRequestRefused(ForeignText message, Facts facts) implements CallerFailure {
    @Override
    public String problem() {
      return "The server refused the service token request" + message.endingASentence();
    }

    @Override
    public String remedy() {
      return "Compare purpose and claims with what is registered for your app, and this machine's clock with the server's.";
    }
  }

  /** The purpose takes the claim, but this app may not make it. */
  record ClaimNotAllowed(ForeignText message, Facts facts) implements CallerFailure {
    @Override
    public String problem() {
      return "The server does not allow a claim" + message.endingASentence();
    }

    @Override
    public String remedy() {
      return "Leave the claim out, or have the platform's developer support register it for your purpose.";
    }
  }

  /** The service token was refused in the exchange: expired, unknown, or not a service token. */
  record ServiceTokenRefused(ForeignText message, Facts facts) implements CallerFailure {
    @Override
    public String problem() {
      return "The service token was refused" + message.endingASentence();
    }

    @Override
    public String remedy() {
      return "Ask for a new service token and exchange that one.";
    }
  }

  /**
   * The access token with which a service token was asked for is expired or not known to the
   * gateway.
   */
  record AccessTokenRefused(ForeignText message, Facts facts) implements CallerFailure {
    /** A new access token was refused as well: it is this app's tokens that are not known. */
    @Override
    public FailureDomain domain() {
      return FailureDomain.APP;
    }

    @Override
    public String problem() {
      return "The access token was refused" + message.endingASentence();
    }

    @Override
    public String remedy() {
      return "Obtain a new access token; PartnerAuth does so by itself, once for each call.";
    }
  }

  /** Even a fresh token does not live as long as the caller needs. */
  record LifetimeTooShort(Duration wanted, Duration remaining) implements CallerFailure {
    @Override
    public FailureDomain domain() {
      return FailureDomain.CALL;
    }

    @Override
    public Facts facts() {
      return Facts.local();
    }

    @Override
    public String problem() {
      return "A fresh token lives " + remaining + ", and " + wanted + " were asked for.";
    }

    @Override
    public String remedy() {
      return "Ask for a smaller remaining lifetime.";
    }
  }
}
