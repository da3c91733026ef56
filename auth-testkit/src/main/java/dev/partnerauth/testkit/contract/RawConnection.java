package dev.partnerauth.testkit.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection, as a server on a bare socket has it. Octets are characters below 256. */
final class RawConnection {

  private static final int PAUSE_MILLIS = 20;

  private final RawServer server;
  private final Socket socket;

  RawConnection(RawServer server, Socket socket) {
    this.server = server;
    this.socket = socket;
  }

  /** One whole request, which is also noted at the server. */
  ReceivedRequest receive() throws IOException {
    String[] head = head().split("\r\n");
    Map<String, List<String>> headers = new TreeMap<>();
    for (int line = 1; line < head.length; line++) {
      int colon = head[line].indexOf(':');
      headers
          .computeIfAbsent(
              head[line].substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(head[line].substring(colon + 1).strip());
    }
    String[] first = head[0].split(" ");
    ReceivedRequest request = new ReceivedRequest(first[0], first[1], headers, body(headers));
    server.note(request);
    return request;
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) octet());
    }
    return head.toString();
  }

  private String body(Map<String, List<String>> headers) throws IOException {
    if (headers.containsKey("transfer-encoding")) {
      return chunks();
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", List.of("0")).get(0));
    return octets(length);
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.append(octets(size));
      line();
    }
    line();
    return body.toString();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().split(";")[0].strip(), 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = octet(); octet != '\n'; octet = octet()) {
      line.write(octet);
    }
    return line.toString(ISO_8859_1);
  }

  private String octets(int count) throws IOException {
    byte[] octets = in().readNBytes(count);
    if (octets.length < count) {
      throw new EOFException("the client left");
    }
    return new String(octets, ISO_8859_1);
  }

  private int octet() throws IOException {
    int octet = in().read();
    if (octet < 0) {
      throw new EOFException("the client left");
    }
    return octet;
  }

  private InputStream in() throws IOException {
    return socket.getInputStream();
  }

  void send(String octets) throws IOException {
    socket.getOutputStream().write(octets.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** The connection's end will be a reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
  }

  /** Reads on until the client leaves. */
  void awaitItsEnd() throws IOException {
    while (in().read() >= 0) {
      // What comes is not for us.
    }
  }

  /** So slowly that no pause is long, and without end. */
  void trickle() throws IOException {
    socket.setSoTimeout(PAUSE_MILLIS);
    while (true) {
      try {
        if (in().read() < 0) {
          return;
        }
      } catch (SocketTimeoutException stillThere) {
        send(" ");
      }
    }
  }
}
