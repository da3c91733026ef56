package dev.partnerauth.testkit.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one request on a bare socket, sends the same bytes whatever it was, and hangs up. */
final class OneAnswerServer implements AutoCloseable {

  private static final Pattern CONTENT_LENGTH = Pattern.compile("(?im)^content-length: *([0-9]+)");

  private final ServerSocket listening;

  OneAnswerServer(byte[] answer) {
    try {
      listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(() -> serve(answer), "one-answer-server");
    thread.setDaemon(true);
    thread.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  private void serve(byte[] answer) {
    try (Socket connection = listening.accept()) {
      readRequest(connection.getInputStream());
      connection.getOutputStream().write(answer);
    } catch (IOException gone) {
      // The client has what it wanted, or its failure tells.
    }
  }

  private static void readRequest(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      head.write(octet);
      if (head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
        Matcher length = CONTENT_LENGTH.matcher(head.toString(ISO_8859_1));
        in.skipNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        return;
      }
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
