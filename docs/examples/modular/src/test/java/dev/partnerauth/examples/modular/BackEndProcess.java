package dev.partnerauth.examples.modular;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.testkit.AuthSandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The back end in a JVM of its own, on the module path that was built for it. */
final class BackEndProcess implements AutoCloseable {

  static final Path MODULES = Path.of(System.getProperty("modules.directory"));
  static final String MODULE = "dev.partnerauth.examples.modular";

  private static final String LISTENING = "Listening at ";

  private final Process process;
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final CompletableFuture<URI> root = new CompletableFuture<>();
  private final Thread listener = new Thread(this::listen, "listener");

  private BackEndProcess(Process process) {
    this.process = process;
    listener.start();
  }

  /** At a free port. */
  static BackEndProcess start(AuthSandbox platform, String... options) throws IOException {
    return start(
        Map.of(
            "PARTNER_AUTH_BASE_URL", platform.base().toString(),
            "PARTNER_AUTH_BACKEND_KEY", "backend-key",
            "PARTNER_AUTH_BACKEND_SECRET", "backend-secret",
            "PARTNER_AUTH_FRONTEND_KEY", "frontend-key",
            "PARTNER_AUTH_FRONTEND_SECRET", "frontend-secret",
            "PARTNER_AUTH_TEMPLATE_ID", "04d9d0ba-3113-40d3-9a4e-e7b226a72154"),
        options);
  }

  static BackEndProcess start(Map<String, String> environment, String... options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("--module-path", MODULES.toString(), "--module", MODULE));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PORT", "0");
    builder.environment().putAll(environment);
    return new BackEndProcess(builder.start());
  }

  /** Once it listens. */
  URI root() {
    return root.orTimeout(1, TimeUnit.MINUTES).join();
  }

  /** All that it told until it ended by itself. */
  String toldUntilItsEnd() throws InterruptedException {
    listener.join(TimeUnit.MINUTES.toMillis(1));
    return told();
  }

  /** All that it told so far. */
  String told() {
    return String.join("\n", told);
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        told.add(line);
        int at = line.indexOf(LISTENING);
        if (at >= 0) {
          root.complete(URI.create(line.substring(at + LISTENING.length())));
        }
      }
      root.completeExceptionally(new IllegalStateException("It ended: " + told()));
    } catch (IOException e) {
      root.completeExceptionally(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
