package dev.partnerauth.testkit.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command line, without the secrets that a slip of the finger leaves on it.
 */
final class UsageMistake {

  private static final Set<Class<?>> CONVERTED = Set.of(int.class, Duration.class, Instant.class);

  private UsageMistake() {}

  /** One or more whole sentences. */
  static String describe(ParameterException mistake, String[] arguments) {
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    return misread(mistake)
        .orElseGet(() -> sentence(withoutSecrets(mistake.getMessage(), arguments)));
  }

  private static String unmatched(UnmatchedArgumentException mistake) {
    String first = mistake.getUnmatched().get(0);
    if (first.startsWith("-")) {
      int equals = first.indexOf('=');
      return "There is no option " + (equals < 0 ? first : first.substring(0, equals)) + ".";
    }
    CommandLine command = mistake.getCommandLine();
    return command.getSubcommands().isEmpty()
        ? "There is an argument too many."
        : "There is no such command." + suggested(mistake.getSuggestions());
  }

  private static String suggested(List<String> suggestions) {
    return suggestions.isEmpty() ? "" : " Did you mean " + suggestions.get(0) + "?";
  }

  /** A value that cannot be converted: only numbers, durations and instants are, never secrets. */
  private static Optional<String> misread(ParameterException mistake) {
    return mistake.getArgSpec() instanceof OptionSpec option
            && CONVERTED.contains(option.type())
            && mistake.getValue() != null
        ? Optional.of(
            option.longestName() + " is \"" + mistake.getValue() + "\", which cannot be read.")
        : Optional.empty();
  }

  private static String withoutSecrets(@Nullable String message, String[] arguments) {
    String text = Objects.requireNonNullElse(message, "");
    for (String argument : arguments) {
      String value =
          argument.startsWith("-") ? argument.substring(argument.indexOf('=') + 1) : argument;
      if (mayBeSecret(value)) {
        text = text.replace(value, "[not shown]");
      }
    }
    return text;
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  /** Credentials have a colon; tokens are long. */
  private static boolean mayBeSecret(String value) {
    return value.contains(":") || value.length() > 40;
  }
}
