package dev.partnerauth.cache.redis;

import static dev.partnerauth.cache.redis.Eventually.await;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;
import redis.embedded.core.ExecutableProvider;

/** A real Redis server: the machine's own, or the one that the test library brings along. */
final class RedisProcess implements AutoCloseable {

  /** Found, or unpacked, once. */
  static final File EXECUTABLE = executable();

  private static final String READY = "eady to accept connections";

  private final int port;
  private final List<String> arguments;
  private final Path directory;
  private Process process;

  private RedisProcess(int port, List<String> arguments, Path directory) {
    this.port = port;
    this.arguments = arguments;
    this.directory = directory;
    this.process = launch(List.of(), READY);
  }

  static RedisProcess start(String... arguments) {
    return new RedisProcess(freePort(), List.of(arguments), newDirectory());
  }

  static RedisProcess startAt(int port) {
    return new RedisProcess(port, List.of(), newDirectory());
  }

  /** Where a server could listen. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path newDirectory() {
    try {
      return Files.createTempDirectory("redis-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  RedisURI uri() {
    return RedisURI.create("127.0.0.1", port);
  }

  /** Ends as if the power had failed. */
  void kill() {
    process.destroyForcibly();
    await(process.onExit());
  }

  /** Starts again on the same port, with what it had written down. */
  void restart() {
    process = launch(List.of(), READY);
  }

  /** Stops the process: connections stay open and nothing answers. */
  void freeze() {
    signal("-STOP");
  }

  void thaw() {
    signal("-CONT");
  }

  private void signal(String signal) {
    try {
      await(new ProcessBuilder("kill", signal, "" + process.pid()).start().onExit());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Talks to the server past the store. */
  <R> R ask(Function<RedisCommands<String, String>, R> question) {
    RedisClient client = RedisClient.create(uri());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      return question.apply(connection.sync());
    } finally {
      client.shutdown();
    }
  }

  @Override
  public void close() {
    kill();
  }

  private Process launch(List<String> more, String ready) {
    List<String> command = new ArrayList<>();
    command.add(EXECUTABLE.getAbsolutePath());
    command.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1", "--save", ""));
    command.addAll(arguments);
    command.addAll(more);
    return launch(command, directory, ready);
  }

  /** Returns when the process has said that it is ready. */
  static Process launch(List<String> command, Path directory, String ready) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      CompletableFuture<Void> said = new CompletableFuture<>();
      Thread reader = new Thread(() -> read(process, ready, said), "redis output");
      reader.setDaemon(true);
      reader.start();
      await(said);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(Process process, String ready, CompletableFuture<Void> said) {
    List<String> lines = new ArrayList<>();
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (!said.isDone()) {
          lines.add(line);
        }
        if (line.contains(ready)) {
          said.complete(null);
        }
      }
    } catch (IOException e) {
      lines.add(e.toString());
    }
    said.completeExceptionally(new AssertionError("Redis did not start: " + lines));
  }

  private static File executable() {
    return installed()
        .orElseGet(
            () -> {
              try {
                return ExecutableProvider.newJarResourceProvider().get();
              } catch (IOException e) {
                throw new UncheckedIOException("there is no Redis server for this machine", e);
              }
            });
  }

  private static Optional<File> installed() {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
        .map(directory -> new File(directory, "redis-server"))
        .filter(File::canExecute)
        .findFirst();
  }
}
