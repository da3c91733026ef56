package dev.partnerauth.testkit.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.testkit.admin.Guard;
import dev.partnerauth.testkit.server.Part;
import dev.partnerauth.testkit.server.WireAnswer;
import dev.partnerauth.testkit.server.WireRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /}, and below {@code /console/} what that page consists of. Thread-safe. */
public final class Console implements Part {

  private static final String FOLDER = "/console/";
  private static final String PAGE = "index.html";

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
              + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
              + " require-trusted-types-for 'script'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  public Console() {}

  @Override
  public Optional<WireAnswer> answer(WireRequest request) {
    String path = request.path();
    if (!path.equals("/") && !path.startsWith(FOLDER)) {
      return Optional.empty();
    }
    WireAnswer answer =
        request.method().equals("GET")
            ? Guard.refusal(request)
                .orElseGet(() -> got(path.equals("/") ? PAGE : path.substring(FOLDER.length())))
            : WireAnswer.problem(405, "Method not allowed", "Use GET.").with("Allow", "GET");
    return Optional.of(guarded(answer));
  }

  /** Read when the first page is asked for: most sandboxes are never looked at. */
  private static final class Files {

    static final Map<String, WireAnswer> BY_NAME =
        Stream.of(
                PAGE,
                "colours.css",
                "console.css",
                "favicon.svg",
                "api.js",
                "apps.js",
                "clock.js",
                "diagram.js",
                "dom.js",
                "faults.js",
                "journey.js",
                "main.js",
                "matrix.js",
                "requests.js",
                "story.js",
                "tokens.js")
            .collect(Collectors.toUnmodifiableMap(name -> name, Console::file));

    private Files() {}
  }

  private WireAnswer got(String name) {
    return Optional.ofNullable(Files.BY_NAME.get(name))
        .orElseGet(
            () -> WireAnswer.problem(404, "Not found", "The console has no such file. See /."));
  }

  private static WireAnswer guarded(WireAnswer answer) {
    WireAnswer guarded = answer;
    for (Map.Entry<String, String> header : HEADERS.entrySet()) {
      guarded = guarded.with(header.getKey(), header.getValue());
    }
    return guarded;
  }

  private static WireAnswer file(String name) {
    try (InputStream file = Console.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing beside " + Console.class);
      }
      return WireAnswer.text(
          200,
          mediaType(name.substring(name.lastIndexOf('.') + 1)),
          new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mediaType(String suffix) {
    return switch (suffix) {
      case "html" -> "text/html";
      case "css" -> "text/css";
      case "svg" -> "image/svg+xml";
      default -> "text/javascript";
    };
  }
}
