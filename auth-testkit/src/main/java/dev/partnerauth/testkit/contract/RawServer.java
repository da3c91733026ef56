package dev.partnerauth.testkit.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server on bare sockets. Its first connections are treated as it was told, one after the other;
 * all later ones are answered well, request after request. Thread-safe.
 */
final class RawServer implements AutoCloseable {

  /** What is done with one connection, which is closed afterwards. */
  @FunctionalInterface
  interface Treatment {
    void treat(RawConnection connection) throws IOException;
  }

  private static final String PASSWORD = "untrusted";

  /** So that a server that does not read is soon noticed. */
  private static final int SMALL_BUFFER = 4_096;

  private final String scheme;
  private final ServerSocket listening;
  private final Function<ReceivedRequest, String> answers;
  private final Queue<Treatment> treatments = new ConcurrentLinkedQueue<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<ReceivedRequest> requests = new ArrayList<>();
  private final CompletableFuture<Void> firstRequest = new CompletableFuture<>();
  private final CompletableFuture<Void> firstEnd = new CompletableFuture<>();

  private RawServer(
      String scheme, ServerSocket listening, Function<ReceivedRequest, String> answers) {
    this.scheme = scheme;
    this.listening = listening;
    this.answers = answers;
  }

  /** Answers by the function, in octets, head included. */
  static RawServer answering(Function<ReceivedRequest, String> answers, Treatment... first) {
    try {
      return new RawServer("http", new ServerSocket(), answers).started(first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With a certificate that nobody trusts. */
  static RawServer untrusted() {
    try (InputStream store = RawServer.class.getResourceAsStream("untrusted.p12")) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(store, PASSWORD.toCharArray());
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      ServerSocket socket = context.getServerSocketFactory().createServerSocket();
      return new RawServer("https", socket, RawAnswers::accessToken).started();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private RawServer started(Treatment... first) throws IOException {
    treatments.addAll(Arrays.asList(first));
    listening.setReceiveBufferSize(SMALL_BUFFER);
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    Callers.daemon(this::listen).start();
    return this;
  }

  URI uri() {
    return URI.create(scheme + "://127.0.0.1:" + listening.getLocalPort());
  }

  /** As if it spoke TLS, which it need not. */
  URI uriWithTls() {
    return URI.create("https://127.0.0.1:" + listening.getLocalPort());
  }

  int connections() {
    return connections.get();
  }

  /** All whole ones so far. */
  List<ReceivedRequest> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  /** Completes when the first request is there as a whole. */
  CompletableFuture<Void> firstRequest() {
    return firstRequest;
  }

  /** Completes when a connection has come to its end. */
  CompletableFuture<Void> firstEnd() {
    return firstEnd;
  }

  /** Treats all further connections well. */
  void heal() {
    treatments.clear();
  }

  void note(ReceivedRequest request) {
    synchronized (requests) {
      requests.add(request);
    }
    firstRequest.complete(null);
  }

  private void listen() {
    try {
      while (true) {
        Socket socket = listening.accept();
        open.add(socket);
        connections.incrementAndGet();
        Treatment first = treatments.poll();
        Callers.daemon(() -> treat(socket, first == null ? this::answer : first)).start();
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void treat(Socket socket, Treatment treatment) {
    try (socket) {
      socket.setTcpNoDelay(true);
      treatment.treat(new RawConnection(this, socket));
    } catch (IOException left) {
      // The client went away, or the test is over.
    } finally {
      open.remove(socket);
      firstEnd.complete(null);
    }
  }

  private void answer(RawConnection connection) throws IOException {
    while (true) {
      connection.send(answers.apply(connection.receive()));
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
