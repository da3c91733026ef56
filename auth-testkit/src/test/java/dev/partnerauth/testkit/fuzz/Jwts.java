package dev.partnerauth.testkit.fuzz;

import static dev.partnerauth.testkit.fuzz.Shown.check;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.http.JwtInspector;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenInspection;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every text is a JWT or opaque. An input that begins like JSON is one part a line, which the
 * target encodes; any other is the token's text itself.
 */
public final class Jwts {

  private static final JwtInspector INSPECTOR = new JwtInspector();

  /** Beyond it a small token would fill a large heap. */
  private static final int LARGEST_GROWTH = 64;

  private Jwts() {}

  /** Loading classes takes seconds, which no input is to be blamed for. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput(new byte[0]);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    byte[] spliced = new Splices("", "").into(input);
    String text = spliced.length > 0 && spliced[0] == '{' ? encoded(spliced) : utf8(spliced);

    TokenInspection inspection = INSPECTOR.inspect(text);

    if (inspection instanceof TokenInspection.Jwt jwt) {
      long size =
          size(jwt.header())
              + size(jwt.payload())
              + jwt.audience().stream().mapToLong(String::length).sum();
      check(size <= (long) LARGEST_GROWTH * text.length(), "a size that the text's bounds");
    }
    new Shown(inspection.toString()).inOneLine().within(200);
    ServiceToken.received(text, inspection, Instant.EPOCH)
        .peekLeft(violation -> new Shown(violation.describe()).inOneLine().within(200));
  }

  private static String encoded(byte[] parts) {
    return Arrays.stream(new String(parts, ISO_8859_1).split("\n", -1))
        .map(part -> Base64.getUrlEncoder().withoutPadding().encode(part.getBytes(ISO_8859_1)))
        .map(part -> new String(part, ISO_8859_1))
        .collect(Collectors.joining("."));
  }

  private static String utf8(byte[] text) {
    return new String(text, UTF_8);
  }

  private static long size(Map<String, String> members) {
    return members.entrySet().stream()
        .mapToLong(member -> (long) member.getKey().length() + member.getValue().length())
        .sum();
  }
}
