package dev.partnerauth.testkit.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All cases. */
final class WireCorpus {

  private static final String README = "README.md";

  private WireCorpus() {}

  /** In the order of their names. */
  static List<WireCase> cases() {
    return files().stream()
        .filter(file -> !name(file).equals(README))
        .map(file -> CaseReader.read(name(file), text(file)))
        .toList();
  }

  /** Whatever lies in the directory. */
  static List<Path> files() {
    try (Stream<Path> files = Files.list(directory())) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path directory() {
    try {
      URI directory = Objects.requireNonNull(WireCorpus.class.getResource("/wire")).toURI();
      return Path.of(directory);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
