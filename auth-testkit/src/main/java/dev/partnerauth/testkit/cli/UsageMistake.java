package dev.partnerauth.testkit.cli;

import java.util.List;
import java.util.Objects;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command line, without the secrets that a slip of the finger leaves on it.
 */
final class UsageMistake {

  private UsageMistake() {}

  static String describe(ParameterException mistake, String[] arguments) {
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched.getUnmatched());
    }
    String text = Objects.requireNonNullElse(mistake.getMessage(), "");
    for (String argument : arguments) {
      String value =
          argument.startsWith("-") ? argument.substring(argument.indexOf('=') + 1) : argument;
      if (mayBeSecret(value)) {
        text = text.replace(value, "[not shown]");
      }
    }
    return text;
  }

  private static String unmatched(List<String> arguments) {
    String first = arguments.get(0);
    if (!first.startsWith("-")) {
      return "There is an argument too many.";
    }
    int equals = first.indexOf('=');
    return "There is no option " + (equals < 0 ? first : first.substring(0, equals)) + ".";
  }

  /** Credentials have a colon, tokens have dots and are long. */
  private static boolean mayBeSecret(String value) {
    return value.contains(":") || value.length() > 40;
  }
}
