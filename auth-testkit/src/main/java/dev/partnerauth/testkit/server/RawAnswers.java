package dev.partnerauth.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.port.Delays;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOSession;

/** Answers past the HTTP library, which would not do what is planned here. */
record RawAnswers(IOSession connection) {

  private static final Duration BETWEEN_BYTES = Duration.ofMillis(50);
  private static final String GARBAGE = "220 this is no web server\r\n";

  void reset() {
    connection.close(CloseMode.IMMEDIATE);
  }

  void close() {
    connection.close(CloseMode.GRACEFUL);
  }

  void garbage() {
    write(GARBAGE.getBytes(UTF_8));
    close();
  }

  void half(WireAnswer answer) {
    byte[] whole = whole(answer);
    write(Arrays.copyOf(whole, whole.length - answer.octets().length / 2));
    close();
  }

  /** The last that this connection hears, whatever else was to be said. */
  void instead(WireAnswer answer) {
    write(whole(answer));
    close();
  }

  /** One byte after the other, for as long as somebody reads. */
  void trickle(WireAnswer answer, Delays delays) {
    trickle(whole(answer), 0, delays);
  }

  private void trickle(byte[] octets, int from, Delays delays) {
    if (from == octets.length) {
      close();
    } else if (write(Arrays.copyOfRange(octets, from, from + 1))) {
      delays.after(BETWEEN_BYTES, () -> trickle(octets, from + 1, delays));
    }
  }

  private boolean write(byte[] octets) {
    ByteBuffer left = ByteBuffer.wrap(octets);
    connection.getLock().lock();
    try {
      // Short enough for the socket's buffer; a client that does not read gets less.
      connection.write(left);
      return !left.hasRemaining();
    } catch (IOException theClientIsGone) {
      return false;
    } finally {
      connection.getLock().unlock();
    }
  }

  private static byte[] whole(WireAnswer answer) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    octets.writeBytes(
        ("HTTP/1.1 "
                + answer.status()
                + " \r\nConnection: close\r\nContent-Type: "
                + answer.contentType()
                + "\r\nContent-Length: "
                + answer.octets().length
                + "\r\n\r\n")
            .getBytes(UTF_8));
    octets.writeBytes(answer.octets());
    return octets.toByteArray();
  }
}
