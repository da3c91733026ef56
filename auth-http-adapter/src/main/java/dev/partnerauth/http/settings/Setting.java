package dev.partnerauth.http.settings;

import dev.partnerauth.violation.Violation;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One setting, by which its value is found in {@link SettingValues}.
 *
 * @param name as a configuration has it
 * @param reading makes a value of what a configuration says, or of the standard where it says
 *     nothing
 * @param holds whether the setting may have this value
 * @param expected what to use instead of this value, which does not hold
 */
record Setting<T>(
    String name,
    Function<SettingsReader, T> reading,
    Predicate<T> holds,
    Function<T, String> expected) {

  private static final Pattern HYPHEN = Pattern.compile("-([a-z])");

  /** Of a type whose values all hold. */
  static <T> Setting<T> of(String name, Function<SettingsReader, T> reading) {
    return new Setting<>(name, reading, any -> true, any -> "");
  }

  static Setting<Duration> duration(String name, String standard, DurationRange range) {
    return new Setting<>(
        name,
        reader -> reader.duration(name).orElse(Duration.parse(standard)),
        range::contains,
        any -> range.describe());
  }

  /** A number from one to another, both included. */
  static Setting<Integer> number(String name, int standard, int from, int to) {
    return number(
        name, standard, from, to, value -> value < from ? "at least " + from : "at most " + to);
  }

  /** The same, of a kind that is told with both bounds. */
  static Setting<Integer> number(String name, int standard, int from, int to, String kind) {
    return number(name, standard, from, to, any -> kind + " from " + from + " to " + to);
  }

  private static Setting<Integer> number(
      String name, int standard, int from, int to, Function<Integer, String> expected) {
    return new Setting<>(
        name,
        reader -> reader.number(name).orElse(standard),
        value -> value >= from && value <= to,
        expected);
  }

  static Setting<String> text(String name, String standard, String pattern, String expected) {
    return new Setting<>(
        name,
        reader -> reader.text(name).orElse(standard),
        value -> value.matches(pattern),
        any -> expected);
  }

  /**
   * Texts are not repeated: they may be secret, put in the wrong place, or forge lines of a log.
   */
  Optional<Violation> violationOf(T value) {
    String problem = value instanceof String ? "is not what it may be" : "is " + value;
    return holds.test(value)
        ? Optional.empty()
        : Optional.of(new Violation.Malformed(name, problem, expected.apply(value)));
  }

  /** {@code connect-timeout} is set in code by {@code connectTimeout}. */
  String nameInCode() {
    return HYPHEN.matcher(name).replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
  }
}
