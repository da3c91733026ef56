package dev.partnerauth.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * What a server or a library said, fit to be shown: one line of at most 200 characters, without
 * control characters, known secrets and anything that looks like a token. Secrets are taken out by
 * {@link #of} alone.
 *
 * @since 0.1.0
 */
public record ForeignText(String text) {

  private static final int MAXIMUM_LENGTH = 200;
  private static final String REDACTED = "[redacted]";

  /**
   * A JWT, whole or in part; or a long run with digits in it, unless it is a UUID, which names
   * things. Runs begin only where a word begins, and no part steps back, so that the longest
   * message takes no more time than its length.
   */
  private static final Pattern LOOKS_LIKE_A_TOKEN =
      Pattern.compile(
          "eyJ[A-Za-z0-9_.-]*+"
              + "|(?<![A-Za-z0-9_+/=-])"
              + "(?![0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![A-Za-z0-9_+/=-]))"
              + "(?=[A-Za-z_+/=-]*+[0-9])[A-Za-z0-9_+/=-]{24,}+");

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");

  public ForeignText {
    String safe = LOOKS_LIKE_A_TOKEN.matcher(text).replaceAll(REDACTED);
    text = bounded(BETWEEN_WORDS.matcher(safe).replaceAll(" ").strip());
  }

  /**
   * @param secrets what was sent with the request and must not come back
   */
  public static ForeignText of(String foreign, Collection<String> secrets) {
    // The longest first, so that of a secret that begins like a shorter one nothing is left over.
    return new ForeignText(
        secrets.stream()
            .filter(secret -> !secret.isEmpty())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .reduce(foreign, (text, secret) -> text.replace(secret, REDACTED)));
  }

  private static String bounded(String text) {
    if (text.length() <= MAXIMUM_LENGTH) {
      return text;
    }
    int end = MAXIMUM_LENGTH - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** The end of a sentence that reports it: {@code ": text."}, or a full stop where it is empty. */
  String endingASentence() {
    return text.isEmpty() ? "." : ": " + text + ".";
  }

  @Override
  public String toString() {
    return text;
  }
}
