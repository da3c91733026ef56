package dev.partnerauth.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an answer: decompressed within its limit, of the media type and in the character set
 * that JSON has (RFC 8259 section 8.1).
 */
record AnswerBody(HttpResponse response, int largestAnswer, Supplier<List<String>> secrets) {

  /** Plain text is what servers say that know no better; whether it is JSON will be seen. */
  private static final Pattern JSON =
      Pattern.compile(
          "(application|text)/([a-z0-9.+_-]+\\+)?json|text/plain", Pattern.CASE_INSENSITIVE);

  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s\";]*)", Pattern.CASE_INSENSITIVE);
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** The text, if it is called JSON. */
  Either<Violation, String> json() {
    Optional<String> foreign = header("Content-Type").filter(value -> !isJson(mediaType(value)));
    return foreign.isPresent()
        ? Either.left(
            malformed("Content-Type", "is " + mediaType(shown(foreign.get())), "application/json"))
        : text();
  }

  /** The text, whatever it is called. */
  Either<Violation, String> text() {
    return decompressed().flatMap(this::decoded);
  }

  private Either<Violation, byte[]> decompressed() {
    String encoding = header("Content-Encoding").orElse("");
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" ->
          response.body().length > largestAnswer
              ? Either.left(tooLarge(largestAnswer))
              : Either.right(response.body());
      case "gzip", "x-gzip" -> unzipped();
      default -> Either.left(malformed("Content-Encoding", "is " + shown(encoding), "gzip"));
    };
  }

  private Either<Violation, byte[]> unzipped() {
    if (response.body().length == 0) {
      return Either.right(response.body());
    }
    try (InputStream zipped = new GzipStream(new ByteArrayInputStream(response.body()))) {
      byte[] bytes = zipped.readNBytes(largestAnswer + 1);
      return bytes.length > largestAnswer
          ? Either.left(tooLarge(largestAnswer))
          : Either.right(bytes);
    } catch (IOException e) {
      return Either.left(malformed("body", "is not gzip, as its header says", "gzip"));
    }
  }

  /** What a header says of the character set matters only where the bytes leave a choice. */
  private Either<Violation, String> decoded(byte[] bytes) {
    if (isAscii(bytes)) {
      return Either.right(new String(bytes, US_ASCII));
    }
    String contentType = header("Content-Type").orElse("");
    if (charset(contentType).filter(name -> !name.equalsIgnoreCase("UTF-8")).isPresent()) {
      return Either.left(
          malformed(
              "Content-Type",
              "names the charset " + charset(shown(contentType)).orElse("…"),
              "UTF-8"));
    }
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Either.right(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Either.left(malformed("body", "is not UTF-8", "UTF-8"));
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte octet : bytes) {
      if (octet < 0) {
        return false;
      }
    }
    return true;
  }

  private Optional<String> header(String name) {
    return response.header(name);
  }

  private static String mediaType(String contentType) {
    return contentType.split(";", 2)[0].strip();
  }

  private static boolean isJson(String mediaType) {
    return mediaType.equals("application/json") || JSON.matcher(mediaType).matches();
  }

  private static Optional<String> charset(String contentType) {
    return Optional.of(contentType)
        .map(CHARSET::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1));
  }

  /** Of a whole header, to be cut afterwards: part of a secret is not known for one. */
  private String shown(String foreign) {
    return ForeignText.of(foreign, secrets.get()).text();
  }

  static Violation tooLarge(int largestAnswer) {
    return malformed(
        "body", "has more than " + largestAnswer + " bytes", "at most " + largestAnswer + " bytes");
  }

  private static Violation malformed(String field, String problem, String expected) {
    return new Violation.Malformed(field, problem, expected);
  }

  /** It may hold a token. */
  @Override
  public String toString() {
    return "AnswerBody[" + response + "]";
  }
}
