package dev.partnerauth.testkit.cli;

/** A command could not do what it was asked; the message is what the user reads. */
final class CommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandException(String message) {
    super(message);
  }
}
