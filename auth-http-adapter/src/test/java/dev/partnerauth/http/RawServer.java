package dev.partnerauth.http;

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
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server on a bare socket. Its first connections are treated as it was told, one after the other;
 * all later ones are answered well.
 */
final class RawServer implements AutoCloseable {

  /** What is done with one connection, which is closed afterwards. */
  @FunctionalInterface
  interface Behaviour {
    void treat(RawServer server, Socket connection) throws IOException;
  }

  private static final Pattern CONTENT_LENGTH = Pattern.compile("(?im)^content-length: *([0-9]+)");

  private final ServerSocket listening;
  private final Queue<Behaviour> misbehaviours = new ConcurrentLinkedQueue<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final CompletableFuture<Void> leftByTheClient = new CompletableFuture<>();

  private final CompletableFuture<Void> firstRequest = new CompletableFuture<>();

  RawServer(Behaviour... misbehaviours) {
    this.misbehaviours.addAll(Arrays.asList(misbehaviours));
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::listen);
  }

  BaseAddress address() {
    return BaseAddress.of("http://127.0.0.1:" + listening.getLocalPort()).get();
  }

  BaseAddress addressWithTls() {
    return BaseAddress.of("https://127.0.0.1:" + listening.getLocalPort()).get();
  }

  int connections() {
    return connections.get();
  }

  /** Completes when a client has ended a connection on which it was being served slowly. */
  CompletableFuture<Void> leftByTheClient() {
    return leftByTheClient;
  }

  /** Treats all further connections well. */
  void heal() {
    misbehaviours.clear();
  }

  /** Completes when the first request is there as a whole. */
  CompletableFuture<Void> firstRequest() {
    return firstRequest;
  }

  private void listen() {
    try {
      while (true) {
        Socket connection = listening.accept();
        open.add(connection);
        connections.incrementAndGet();
        Behaviour misbehaviour = misbehaviours.poll();
        daemon(() -> treat(connection, misbehaviour == null ? RawServer::answer : misbehaviour));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void treat(Socket connection, Behaviour behaviour) {
    try (connection) {
      behaviour.treat(this, connection);
    } catch (IOException left) {
      // The client went away, or the test is over.
    } finally {
      open.remove(connection);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Answers request after request with the guide's access token. */
  void answer(Socket connection) throws IOException {
    while (true) {
      answerOnce(connection);
    }
  }

  private void answerOnce(Socket connection) throws IOException {
    receive(connection);
    byte[] body = PublishedAnswers.ACCESS_TOKEN_OF_THE_GUIDE.getBytes(UTF_8);
    send(connection, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n");
    connection.getOutputStream().write(body);
  }

  /** Reads the request and never says a word. */
  void keepSilent(Socket connection) throws IOException {
    receive(connection);
    awaitItsEnd(connection);
  }

  /** Does not even read what it is told. */
  void ignore(Socket connection) throws IOException {
    awaitItsEnd(connection);
  }

  void resetIt(Socket connection) throws IOException {
    receive(connection);
    connection.setSoLinger(true, 0);
  }

  void hangUp(Socket connection) throws IOException {
    receive(connection);
  }

  void hangUpInTheHead(Socket connection) throws IOException {
    receive(connection);
    send(connection, "HTTP/1.1 200 OK\r\nContent-Le");
  }

  void hangUpInTheBody(Socket connection) throws IOException {
    receive(connection);
    send(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"access_token\":");
  }

  void hangUpInAChunk(Socket connection) throws IOException {
    receive(connection);
    send(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{\"access");
  }

  void talkNonsense(Socket connection) throws IOException {
    receive(connection);
    send(connection, "\u0001\u0002 SSH-2.0-OpenSSH_9.6\r\n\r\nnot a word of HTTP\r\n\r\n");
  }

  /** Does not wait to be asked. */
  void talkNonsenseAtOnce(Socket connection) throws IOException {
    send(connection, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    awaitItsEnd(connection);
  }

  /** A body of a length that it does not tell, beyond every limit. */
  void talkWithoutEnd(Socket connection) throws IOException {
    receive(connection);
    send(connection, "HTTP/1.1 200 OK\r\n\r\n");
    while (true) {
      send(connection, " ".repeat(8_192));
    }
  }

  /** Answers so slowly that no pause is long and no end is near. */
  void trickle(Socket connection) throws IOException {
    receive(connection);
    send(connection, "HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n");
    connection.setSoTimeout(20);
    try {
      while (true) {
        try {
          if (connection.getInputStream().read() < 0) {
            return;
          }
        } catch (SocketTimeoutException stillThere) {
          send(connection, " ");
        }
      }
    } finally {
      leftByTheClient.complete(null);
    }
  }

  /** Gains trust by one good answer first. */
  void trickleTheSecondTime(Socket connection) throws IOException {
    answerOnce(connection);
    trickle(connection);
  }

  private static void awaitItsEnd(Socket connection) throws IOException {
    while (connection.getInputStream().read() >= 0) {
      // What comes is not for us.
    }
  }

  private static void send(Socket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  /** One whole request. */
  private String receive(Socket connection) throws IOException {
    InputStream in = connection.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int octet = in.read();
      if (octet < 0) {
        throw new EOFException("the client left");
      }
      head.write(octet);
    }
    Matcher length = CONTENT_LENGTH.matcher(head.toString(ISO_8859_1));
    byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    firstRequest.complete(null);
    return head.toString(ISO_8859_1) + new String(body, UTF_8);
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket connection : open) {
      connection.close();
    }
  }
}
