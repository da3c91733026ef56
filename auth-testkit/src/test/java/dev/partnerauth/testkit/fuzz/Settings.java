package dev.partnerauth.testkit.fuzz;

import static dev.partnerauth.testkit.fuzz.Shown.check;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.http.settings.HttpSettings;
import dev.partnerauth.http.settings.InvalidSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every configuration is settings, or violations that name settings and repeat no password. An
 * input is a setting a line, as {@code name=value}.
 */
public final class Settings {

  private static final String PASSWORD = "Kanarienvogel!of:Store 7731";
  private static final Splices SPLICES = new Splices(PASSWORD, "x");

  /** What is not printed when the settings are; all others may be. */
  private static final Set<String> PASSWORDS =
      Set.of("proxy-password", "trust-store-password", "key-store-password");

  private static final Set<String> OTHERS =
      Set.of(
          "connect-timeout",
          "handshake-timeout",
          "response-timeout",
          "max-connections",
          "connection-life",
          "idle-life",
          "close-grace",
          "user-agent-suffix",
          "proxy",
          "proxy-user",
          "trust-store",
          "key-store",
          "tries",
          "first-pause",
          "longest-pause",
          "extra-traffic",
          "largest-answer");

  private Settings() {}

  /** Loading classes takes seconds, which no input is to be blamed for. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput(new byte[0]);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    if (Shown.spellsOut(input, List.of(PASSWORD))) {
      return;
    }
    Map<String, String> given = given(new String(input, UTF_8));

    HttpSettings.of(given)
        .peek(settings -> new Shown(settings.toString()).without(List.of(PASSWORD)))
        .peekLeft(invalid -> isFitToBeShown(invalid, given));
  }

  private static void isFitToBeShown(InvalidSettings invalid, Map<String, String> given) {
    Set<String> named =
        given.keySet().stream()
            .map(name -> ForeignText.of(name, List.of()).text())
            .collect(Collectors.toSet());
    check(!invalid.violations().isEmpty(), "something is wrong with them");
    invalid
        .violations()
        .forEach(
            violation ->
                check(
                    named.contains(violation.field())
                        || PASSWORDS.contains(violation.field())
                        || OTHERS.contains(violation.field()),
                    "a name that was given or is known: " + violation.field()));
    new Shown(invalid.describe())
        .without(List.of(PASSWORD))
        .inOneLine()
        .within(500 * invalid.violations().size());
  }

  private static Map<String, String> given(String text) {
    Map<String, String> given = new HashMap<>();
    for (String line : text.split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        String name = expanded(line.substring(0, equals).replace('~', '-'));
        given.put(name, value(name, line.substring(equals + 1)));
      }
    }
    return given;
  }

  /**
   * A password is one wherever it stands: where it belongs, behind a name with a slip of the pen in
   * it, and before the host of a proxy. Elsewhere it would be a value that may be printed.
   */
  private static String value(String name, String value) {
    if (PASSWORDS.contains(name) || !OTHERS.contains(name)) {
      return PASSWORD + expanded(value);
    }
    return name.equals("proxy") ? expanded(value) : expanded(value.replace('~', '-'));
  }

  private static String expanded(String text) {
    return new String(SPLICES.into(text.getBytes(UTF_8)), UTF_8);
  }
}
