package dev.partnerauth.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The page, line by line, and the plots that it shows. */
final class Page {

  private final Path docs;
  private final StringBuilder text = new StringBuilder();

  /**
   * An empty page.
   *
   * @param docs where it is written, and a directory of the same name for the plots
   */
  Page(Path docs) {
    this.docs = docs;
  }

  void line(String line) {
    text.append(line).append('\n');
  }

  /** A line of a table. */
  void row(Object... cells) {
    line(Arrays.stream(cells).map(Object::toString).collect(Collectors.joining(" | ", "| ", " |")));
  }

  /** A picture, written beside the page and shown in it. */
  void plot(String name, String title, String svg) throws IOException {
    Files.createDirectories(docs.resolve("performance"));
    Files.writeString(docs.resolve("performance").resolve(name + ".svg"), svg);
    line("![" + title + "](performance/" + name + ".svg)");
    line("");
  }

  void write() throws IOException {
    Files.writeString(docs.resolve("performance.md"), text);
  }
}
