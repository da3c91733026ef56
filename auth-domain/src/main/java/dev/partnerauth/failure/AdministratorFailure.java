package dev.partnerauth.failure;

import java.util.function.Function;

/**
 * It is an administrator's turn: the app's credentials, approval or rights must be mended first.
 *
 * @since 0.1.0
 */
public sealed interface AdministratorFailure extends AuthFailure {

  @Override
  default boolean retryable() {
    return false;
  }

  @Override
  default FailureDomain domain() {
    return FailureDomain.APP;
  }

  @Override
  default <R> R fold(
      Function<? super CallerFailure, ? extends R> caller,
      Function<? super AdministratorFailure, ? extends R> administrator,
      Function<? super TransientFailure, ? extends R> time,
      Function<? super ProtocolFailure, ? extends R> us) {
    return administrator.apply(this);
  }

  /** The server does not know the key and secret, or not for this use. */
  record InvalidCredentials(Facts facts) implements AdministratorFailure {
    @Override
    public String problem() {
      return "The server refused the app's key and secret.";
    }

    @Override
    public String remedy() {
      return "Compare them with the developer portal, Apps, API Keys. For an exchange they must be a"
          + " front-end app's, which the platform's developer support creates.";
    }
  }

  /** The credentials port had no credentials to offer. */
  record NoCredentials() implements AdministratorFailure {
    @Override
    public Facts facts() {
      return Facts.local();
    }

    @Override
    public String problem() {
      return "There are no credentials for the app.";
    }

    @Override
    public String remedy() {
      return "Let Credentials.current() answer at least one app.";
    }
  }

  /** The app is registered, but its credentials are not yet approved. */
  record AppNotApproved(ForeignText message, Facts facts) implements AdministratorFailure {
    @Override
    public String problem() {
      return "The app is not approved" + message.endingASentence();
    }

    @Override
    public String remedy() {
      return "Ask the platform's developer support to approve the app; new credentials work only then.";
    }
  }

  /** The app has none of the back-end system roles that service tokens need. */
  record MissingRole(Facts facts) implements AdministratorFailure {
    @Override
    public String problem() {
      return "The app has no system role that may request service tokens.";
    }

    @Override
    public String remedy() {
      return "Use an app with back-end scope, or ask the platform's developer support for the role.";
    }
  }

  /** The request carried a platform header that this app may not send. */
  record HeaderNotAllowed(ForeignText message, Facts facts) implements AdministratorFailure {
    @Override
    public String problem() {
      return "The server does not allow a header" + message.endingASentence();
    }

    @Override
    public String remedy() {
      return "Remove what adds the header on the way (a proxy, a gateway), or ask the platform's developer support.";
    }
  }

  /** The server forbids the request for a reason that is not published. */
  record NotPermitted(ForeignText message, Facts facts) implements AdministratorFailure {
    /** Its reason is not published, and may lie in the request. */
    @Override
    public FailureDomain domain() {
      return FailureDomain.KEY;
    }

    @Override
    public String problem() {
      return "The server forbids the request" + message.endingASentence();
    }

    @Override
    public String remedy() {
      return "Ask the platform's developer support, quoting the message.";
    }
  }
}
