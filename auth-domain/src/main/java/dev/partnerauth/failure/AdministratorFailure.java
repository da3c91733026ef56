package dev.partnerauth.failure;

import static dev.partnerauth.failure.FailureDomain.APP;
import static dev.partnerauth.failure.FailureDomain.KEY;

/**
 * It is an administrator's turn: the app's credentials, approval or rights must be mended first.
 *
 * @since 0.1.0
 */
public sealed interface AdministratorFailure extends AuthFailure {

  /** The server does not know the key and secret, or not for this use. */
  record InvalidCredentials(Facts facts) implements AdministratorFailure {
    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          APP,
          "The server refused the app's key and secret.",
          "Compare them with the developer portal, Apps, API Keys. For an exchange they must be a"
              + " front-end app's, which the platform's developer support creates.");
    }
  }

  /** The credentials port had no credentials to offer. */
  record NoCredentials() implements AdministratorFailure {
    /** The only endpoint to which credentials are presented. */
    @Override
    public Facts facts() {
      return Facts.local(Endpoint.ACCESS_TOKEN);
    }

    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          APP,
          "There are no credentials for the app.",
          "Let Credentials.current() answer at least one app.");
    }
  }

  /** The app is registered, but its credentials are not yet approved. */
  record AppNotApproved(ForeignText message, Facts facts) implements AdministratorFailure {
    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          APP,
          "The app is not approved" + message.endingASentence(),
          "Ask the platform's developer support to approve the app; new credentials work only then.");
    }
  }

  /** The app has none of the back-end system roles that service tokens need. */
  record MissingRole(Facts facts) implements AdministratorFailure {
    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          APP,
          "The app has no system role that may request service tokens.",
          "Use an app with back-end scope, or ask the platform's developer support for the role.");
    }
  }

  /** The request carried a platform header that this app may not send. */
  record HeaderNotAllowed(ForeignText message, Facts facts) implements AdministratorFailure {
    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          APP,
          "The server does not allow a header" + message.endingASentence(),
          "Remove what adds the header on the way (a proxy, a gateway), or ask the platform's developer support.");
    }
  }

  /** The server forbids the request for a reason that is not published, and may lie in it. */
  record NotPermitted(ForeignText message, Facts facts) implements AdministratorFailure {
    @Override
    public Diagnosis diagnosis() {
      return new Diagnosis(
          KEY,
          "The server forbids the request" + message.endingASentence(),
          "Ask the platform's developer support, quoting the message.");
    }
  }
}
