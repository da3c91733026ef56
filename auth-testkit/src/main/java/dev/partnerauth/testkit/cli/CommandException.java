package dev.partnerauth.testkit.cli;

import java.util.List;

/** A command could not do what it was asked; the message is what the user reads. */
final class CommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;

  CommandException(String message) {
    this(List.of(message));
  }

  /** One for each thing that is wrong. */
  CommandException(List<String> lines) {
    super(String.join(" ", lines));
    this.lines = List.copyOf(lines);
  }

  List<String> lines() {
    return lines;
  }
}
