package dev.partnerauth.http.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that tunnels every host to one port of this machine, once it knows who asks. */
final class ConnectProxy implements AutoCloseable {

  private static final String WHO_ARE_YOU =
      String.join(
          "\r\n",
          "HTTP/1.1 407 Who are you",
          "Proxy-Authenticate: Basic realm=\"p\"",
          "Content-Length: 0",
          "",
          "");

  private final ServerSocket listening;
  private final int target;
  private final String login;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /**
   * @param login what {@code Proxy-Authorization} must say; nothing where it is empty
   */
  ConnectProxy(int target, String login) {
    this.target = target;
    this.login = login;
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::listen);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** The first lines of what was asked. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  private void listen() {
    try {
      while (true) {
        Socket client = listening.accept();
        open.add(client);
        daemon(() -> serve(client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket client) {
    try (client) {
      while (true) {
        String head = head(client.getInputStream());
        requests.add(head.lines().findFirst().orElse(""));
        if (!login.isEmpty() && !head.contains("Proxy-Authorization: " + login)) {
          send(client, WHO_ARE_YOU);
        } else {
          tunnel(client);
          return;
        }
      }
    } catch (IOException left) {
      // The client went away, or the test is over.
    }
  }

  private void tunnel(Socket client) throws IOException {
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      open.add(server);
      send(client, "HTTP/1.1 200 Connection established\r\n\r\n");
      daemon(() -> copy(server, client));
      client.getInputStream().transferTo(server.getOutputStream());
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException left) {
      // One side went away.
    }
  }

  private static void send(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int octet = in.read();
      if (octet < 0) {
        throw new EOFException("the client left");
      }
      head.write(octet);
    }
    return head.toString(ISO_8859_1);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "connect-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
