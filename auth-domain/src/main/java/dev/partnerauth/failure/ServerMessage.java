package dev.partnerauth.failure;

import java.util.Collection;
import java.util.regex.Pattern;

/**
 * What the server said, fit to be shown: one line of at most 200 characters, without control
 * characters, known secrets and anything that looks like a token.
 */
public final class ServerMessage {

  private static final int MAXIMUM_LENGTH = 200;
  private static final String REDACTED = "[redacted]";

  /**
   * A JWT, whole or in part; or a long run with digits in it, unless it is a UUID, which names
   * things.
   */
  private static final Pattern LOOKS_LIKE_A_TOKEN =
      Pattern.compile(
          "eyJ[A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]*)*"
              + "|(?!\\b[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\b)"
              + "(?=[A-Za-z_+/=-]*[0-9])[A-Za-z0-9_+/=-]{24,}");

  private final String text;

  private ServerMessage(String text) {
    this.text = text;
  }

  /**
   * @param secrets what was sent with the request and must not come back
   */
  public static ServerMessage of(String foreign, Collection<String> secrets) {
    String text = foreign;
    for (String secret : secrets) {
      text = text.replace(secret, REDACTED);
    }
    text = LOOKS_LIKE_A_TOKEN.matcher(text).replaceAll(REDACTED);
    text = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return new ServerMessage(
        text.length() > MAXIMUM_LENGTH ? text.substring(0, MAXIMUM_LENGTH) + "…" : text);
  }

  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ServerMessage message && text.equals(message.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
