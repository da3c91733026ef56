package dev.partnerauth.testkit.journal;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.testkit.fault.RequestKind;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One request and how it was answered. Holds no secret and no token.
 *
 * @param number counted from 1 in each sandbox
 * @param at by the sandbox's clock
 * @param request method and path, or the method that was called in memory
 * @param app that asked, as far as the request tells
 * @param presented the access token or service token that the request carried, if it was signed by
 *     this sandbox
 * @param answer what the platform answered, whether or not it arrived
 * @param planned what went wrong by plan
 * @since 0.1.0
 */
public record JournalEntry(
    long number,
    Instant at,
    RequestKind kind,
    String request,
    Optional<ClientId> app,
    Optional<Lineage> presented,
    Answer answer,
    Optional<String> planned) {

  private static final int LONGEST_REQUEST = 512;

  /** Whole or cut off: the header of each begins with an encoded <code>{"</code>. */
  private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_.-]*+");

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  /** The request is cut to 512 characters; what looks like a token is left out of it. */
  public JournalEntry {
    request = shown(request);
  }

  private static String shown(String request) {
    return isPlain(request) ? request : cleaned(request);
  }

  /** As nearly all are; spares them the patterns. */
  private static boolean isPlain(String request) {
    return request.length() <= LONGEST_REQUEST
        && !request.contains("eyJ")
        && request.chars().allMatch(character -> character >= ' ' && character < 127);
  }

  private static String cleaned(String request) {
    String printable = UNPRINTABLE.matcher(withoutTokens(request)).replaceAll("?");
    return printable.length() > LONGEST_REQUEST
        ? printable.substring(0, LONGEST_REQUEST) + "…"
        : printable;
  }

  /** A text in which nothing that looks like a token is left. */
  public static String withoutTokens(String text) {
    return JWT.matcher(text).replaceAll("(hidden)");
  }

  /**
   * @param code the platform's error code, or what the sandbox missed; nothing when it granted what
   *     was asked
   * @param issued the token that was made
   */
  public record Answer(int status, Optional<String> code, Optional<Lineage> issued) {

    /** As a clause. */
    public String describe() {
      return status
          + code.map(text -> " " + text).orElse("")
          + issued.map(token -> " with token " + token).orElse("");
    }
  }

  /** In one line. */
  public String describe() {
    return "#"
        + number
        + " "
        + at
        + " "
        + request
        + app.map(key -> ", app " + key).orElse("")
        + presented.map(token -> ", with token " + token).orElse("")
        + ": "
        + answer.describe()
        + planned.map(fault -> " (planned: " + fault + ")").orElse("");
  }
}
