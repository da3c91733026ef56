package dev.partnerauth.testkit.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Supplier;

/** What must hold of every text that a partner may log. */
record Shown(String text) {

  /** Nobody writes so much of a secret by chance. */
  private static final int TELLING = 10;

  static void check(boolean holds, String property) {
    if (!holds) {
      throw new AssertionError(property);
    }
  }

  /** Parts and other cases count: whoever has half of a secret has only the other half to guess. */
  Shown without(Collection<String> secrets) {
    check(!tells(text, secrets), () -> "a secret shows in: " + text);
    return this;
  }

  Shown inOneLine() {
    check(
        text.codePoints().noneMatch(Shown::breaksLines),
        () -> "more than one line, or a control character: " + text);
    return this;
  }

  Shown within(int characters) {
    check(text.length() <= characters, () -> text.length() + " characters: " + text);
    return this;
  }

  /** An input that spells a secret out by itself proves nothing. */
  static boolean spellsOut(byte[] input, Collection<String> secrets) {
    return tells(new String(input, ISO_8859_1), secrets);
  }

  private static boolean tells(String text, Collection<String> secrets) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String secret : secrets) {
      String sought = secret.toLowerCase(Locale.ROOT);
      for (int start = 0; start + TELLING <= sought.length(); start++) {
        if (lower.contains(sought.substring(start, start + TELLING))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean breaksLines(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static void check(boolean holds, Supplier<String> property) {
    if (!holds) {
      throw new AssertionError(property.get());
    }
  }
}
