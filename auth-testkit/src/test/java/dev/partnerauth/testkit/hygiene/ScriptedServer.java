package dev.partnerauth.testkit.hygiene;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says the same to every request, on as many connections as come, and hangs up after each. */
final class ScriptedServer implements AutoCloseable {

  private static final Pattern CONTENT_LENGTH = Pattern.compile("(?im)^content-length: *([0-9]+)");

  private static final int LONGEST_SILENCE = 500;

  private final ServerSocket listening;

  ScriptedServer(String answer) {
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(() -> serve(answer.getBytes(UTF_8)), "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return listening.getLocalPort();
  }

  private void serve(byte[] answer) {
    while (!listening.isClosed()) {
      try (Socket connection = listening.accept()) {
        connection.setSoTimeout(LONGEST_SILENCE);
        readRequest(connection.getInputStream());
        connection.getOutputStream().write(answer);
      } catch (IOException gone) {
        // The client went away, or the test is over.
      }
    }
  }

  private static void readRequest(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int octet = in.read();
      if (octet < 0) {
        throw new EOFException();
      }
      head.write(octet);
    }
    Matcher length = CONTENT_LENGTH.matcher(head.toString(ISO_8859_1));
    in.skipNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
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
