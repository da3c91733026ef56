package dev.partnerauth.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The data files of a run: lines of fields with tabs between them. */
public record Results(Path directory) {

  /**
   * What one run came to.
   *
   * @param verdict whether that meets the target; {@code -} where there is none
   */
  public record Row(
      String scenario, String measure, String measured, String target, String verdict) {}

  /** Those of a part that may be run again by itself. */
  public Results of(String part) {
    return new Results(directory.resolve(part));
  }

  /** A row with a target. */
  public void row(
      String scenario, String measure, String measured, String target, boolean meetsTarget) {
    write("rows", scenario, measure, measured, target, meetsTarget ? "met" : "missed");
  }

  /** A row that only informs. */
  public void row(String scenario, String measure, String measured) {
    write("rows", scenario, measure, measured, "", "-");
  }

  /** In the order in which they were written. */
  public List<Row> rows() {
    return read("rows").stream()
        .map(line -> new Row(line.get(0), line.get(1), line.get(2), line.get(3), line.get(4)))
        .toList();
  }

  /** Adds a line. */
  public void write(String file, Object... fields) {
    String line = String.join("\t", Arrays.stream(fields).map(Object::toString).toList());
    try {
      Files.createDirectories(directory);
      Files.writeString(
          path(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (file.equals("rows")) {
      System.out.println(line.replace("\t", " | "));
    }
  }

  /** Its lines; none when nothing was written. */
  public List<List<String>> read(String file) {
    try {
      return Files.exists(path(file))
          ? Files.readAllLines(path(file)).stream()
              .map(line -> List.of(line.split("\t", -1)))
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets the lines of an earlier run. */
  public void forget(String file) {
    try {
      Files.deleteIfExists(path(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With a point in it, wherever the machine stands. */
  public static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private Path path(String file) {
    return directory.resolve(file + ".tsv");
  }
}
