package dev.partnerauth.examples.plain;

/** The platform did not do what it was asked for. Its own words are not repeated. */
final class PlatformException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean mayPass;

  PlatformException(String message, boolean mayPass) {
    super(message);
    this.mayPass = mayPass;
  }

  /** Whether the same call may succeed later. */
  boolean mayPass() {
    return mayPass;
  }
}
