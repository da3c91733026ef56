package dev.partnerauth.testkit.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * An answer as a case writes it, and the bytes that it becomes.
 *
 * @param text heads and body, with the line ends of a text file
 * @param charset of the body
 * @param changes what is done to the body's bytes, in this order
 * @param hangUpAfter how many bytes of the body are sent, when not all are
 */
record RawAnswer(
    String text, Charset charset, List<UnaryOperator<byte[]>> changes, OptionalInt hangUpAfter) {

  private static final Pattern REPETITION =
      Pattern.compile("<<([0-9]{1,7}) x \"([^\"]{1,200})\">>");
  private static final Pattern INTERIM = Pattern.compile("HTTP/1\\.[01] 1[0-9]{2} .*");
  private static final int CHUNK = 16;

  static RawAnswer plain() {
    return new RawAnswer("", UTF_8, List.of(), OptionalInt.empty());
  }

  RawAnswer text(String written) {
    return new RawAnswer(written, charset, changes, hangUpAfter);
  }

  /** Nothing when there is no such change. */
  Optional<RawAnswer> body(String change) {
    return switch (change) {
      case "gzip" -> Optional.of(and(RawAnswer::zipped));
      case "chunked" -> Optional.of(and(RawAnswer::chunked));
      case "after a byte order mark" -> Optional.of(and(RawAnswer::marked));
      default ->
          change.matches("in (ISO-8859-1|UTF-16|UTF-8)")
              ? Optional.of(
                  new RawAnswer(text, Charset.forName(change.substring(3)), changes, hangUpAfter))
              : Optional.empty();
    };
  }

  private RawAnswer and(UnaryOperator<byte[]> change) {
    List<UnaryOperator<byte[]>> more = new ArrayList<>(changes);
    more.add(change);
    return new RawAnswer(text, charset, more, hangUpAfter);
  }

  RawAnswer hangUpAfter(int bytes) {
    return new RawAnswer(text, charset, changes, OptionalInt.of(bytes));
  }

  /** Of the answer itself, past any interim ones. */
  int status() {
    String[] words = heads().get(heads().size() - 1).split("[ \n]", 3);
    return Integer.parseInt(words[1]);
  }

  byte[] bytes() {
    byte[] body = body().getBytes(charset);
    for (UnaryOperator<byte[]> change : changes) {
      body = change.apply(body);
    }
    String length = "Content-Length: " + body.length;
    String head =
        heads().stream()
            .map(lines -> lines.replace("Content-Length: auto", length).replace("\n", "\r\n"))
            .collect(Collectors.joining("\r\n\r\n", "", "\r\n\r\n"));
    return joined(head.getBytes(ISO_8859_1), Arrays.copyOf(body, hangUpAfter.orElse(body.length)));
  }

  /** The interim answers' and the answer's own. */
  private List<String> heads() {
    List<String> heads = new ArrayList<>();
    String rest = text;
    String head;
    do {
      String[] parts = rest.split("\n\n", 2);
      head = parts[0];
      heads.add(head);
      rest = parts.length > 1 ? parts[1] : "";
    } while (INTERIM.matcher(head.split("\n", 2)[0]).matches() && rest.startsWith("HTTP/"));
    return heads;
  }

  String body() {
    int heads = heads().stream().mapToInt(head -> head.length() + 2).sum();
    return written(text.substring(Math.min(heads, text.length())));
  }

  /** Repetitions written out: long texts are short in a case. */
  static String written(String text) {
    return REPETITION
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
  }

  private static byte[] marked(byte[] body) {
    return joined("\uFEFF".getBytes(UTF_8), body);
  }

  private static byte[] zipped(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] chunked(byte[] body) {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    for (int start = 0; start < body.length; start += CHUNK) {
      byte[] chunk = Arrays.copyOfRange(body, start, Math.min(body.length, start + CHUNK));
      chunks.writeBytes(
          (Integer.toHexString(chunk.length).toUpperCase(Locale.ROOT) + "\r\n")
              .getBytes(ISO_8859_1));
      chunks.writeBytes(chunk);
      chunks.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    chunks.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
    return chunks.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
