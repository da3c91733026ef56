package dev.partnerauth.event;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.token.TokenDigest;
import dev.partnerauth.token.TokenLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened to tokens. Free of secrets and of end users' identifiers. Kinds may be
 * added.
 *
 * @since 0.1.0
 */
public sealed interface AuthEvent {

  /** The app that it happened to. */
  ClientId clientId();

  /** How much it should worry whoever watches. */
  Severity severity();

  /** It happened to a token of one app, kind and purpose. */
  sealed interface OfToken extends AuthEvent {

    TokenLabel label();

    @Override
    default ClientId clientId() {
      return label().clientId();
    }
  }

  /** It left somebody without a new token. */
  sealed interface OfFailure extends OfToken {

    AuthFailure failure();
  }

  /**
   * A token was issued.
   *
   * @param elapsed how long that took; what had to be obtained first, and pauses, included
   */
  record TokenIssued(
      TokenLabel label, TokenDigest token, Optional<Instant> expiration, Duration elapsed)
      implements OfToken {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }
  }

  /**
   * No token was issued.
   *
   * @param elapsed how long it took to find out
   */
  record IssueFailed(TokenLabel label, AuthFailure failure, Duration elapsed) implements OfFailure {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  }

  /**
   * The token endpoint refused an access token, which is not served again. The call is repeated
   * once with another.
   */
  record AccessTokenRejected(ClientId clientId, TokenDigest token) implements AuthEvent {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }
  }

  /**
   * Credentials were refused and the next ones are tried: a rotation is under way, or should be
   * finished.
   */
  record NextCredentialsTried(ClientId clientId) implements AuthEvent {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  }

  /** The back-end app is used for exchanges: its secret takes part in front-end traffic. */
  record AppSharedWithBackend(ClientId clientId) implements AuthEvent {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  }

  /**
   * Loggers that are switched on print what is sent and received, secrets included.
   *
   * @param loggers their names
   */
  record SecretsAreLogged(ClientId clientId, List<String> loggers) implements AuthEvent {

    public SecretsAreLogged {
      loggers = List.copyOf(loggers);
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  }

  /**
   * The server's clock is not ours.
   *
   * @param serverAhead how far the server's time stamp lies ahead of the local clock; negative when
   *     it lies behind
   */
  record ClockSkewObserved(ClientId clientId, Duration serverAhead) implements AuthEvent {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  }

  /** A service token does not expire when it was asked to. */
  record ExpirationDiffers(TokenLabel label, Instant asked, Instant answered) implements OfToken {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  }

  /** A token had expired when it arrived. */
  record DeadOnArrival(TokenLabel label, TokenDigest token, Instant expiration) implements OfToken {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  }

  /**
   * A kept token was replaced by a new one before it expired.
   *
   * @param age how old the replaced one had become
   * @param lag how long its renewal was overdue: until somebody read it, and while the server was
   *     asked, perhaps in vain at first; zero for a token that was replaced sooner, since somebody
   *     needed one that lives longer
   */
  record TokenRenewed(
      TokenLabel label, TokenDigest replaced, TokenDigest token, Duration age, Duration lag)
      implements OfToken {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }
  }

  /**
   * A kept token could not be renewed in the background. It is served on for as long as it lives.
   *
   * @param since the first failure of this series
   * @param nextAttempt not before this moment
   */
  record RenewalFailed(TokenLabel label, AuthFailure failure, Instant since, Instant nextAttempt)
      implements OfFailure {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  }

  /**
   * A token is being served although its latest renewal failed; told once for each failure.
   *
   * @param until when it will no longer be served
   */
  record ServedWhileRenewalFails(TokenLabel label, TokenDigest token, Instant until)
      implements OfToken {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  }

  /** A caller waits for a token that is on its way for another. */
  record FlightJoined(TokenLabel label) implements OfToken {
    @Override
    public Severity severity() {
      return Severity.DETAIL;
    }
  }

  /** A token was rejected and is not served again. */
  record TokenInvalidated(TokenLabel label, TokenDigest token) implements OfToken {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }
  }

  /** The store shared with other nodes cannot be used: this node goes on alone. */
  record SharedStoreLost(ClientId clientId, ForeignText reason) implements AuthEvent {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  }

  /** The store shared with other nodes is back, and was told what it missed. */
  record SharedStoreRegained(ClientId clientId) implements AuthEvent {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }
  }

  /**
   * The shared store holds something under this name that no key opens, or that is no token. It
   * counts as absent.
   */
  record SharedEntryUnreadable(TokenLabel label, ForeignText reason) implements OfToken {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  }
}
