package dev.partnerauth.testkit.cli;

import dev.partnerauth.violation.InvalidRequest;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * An app's credentials as an option gives them: {@code KEY:SECRET}, or {@code @FILE} that holds
 * them.
 */
record AppArgument(String option, String environmentVariable) {

  <A> A app(
      CommandLine command,
      @Nullable String value,
      BiFunction<String, String, Either<InvalidRequest, A>> factory) {
    if (value == null || value.isBlank()) {
      throw wrong(command, "needs KEY:SECRET or @FILE, or set " + environmentVariable + ".");
    }
    String credentials = value.startsWith("@") ? read(command, value.substring(1)) : value;
    int colon = credentials.indexOf(':');
    if (colon < 0) {
      throw wrong(command, "has no colon between key and secret.");
    }
    return factory
        .apply(credentials.substring(0, colon), credentials.substring(colon + 1))
        .getOrElseThrow(invalid -> wrong(command, "is not valid: " + invalid.describe()));
  }

  private String read(CommandLine command, String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | InvalidPathException e) {
      throw wrong(command, "names a file that cannot be read: " + file + ".");
    }
  }

  private ParameterException wrong(CommandLine command, String problem) {
    return new ParameterException(command, option + " " + problem);
  }
}
