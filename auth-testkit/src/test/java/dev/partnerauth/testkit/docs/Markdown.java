package dev.partnerauth.testkit.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation, as far as links and headings go. */
record Markdown(Path file, String whole) {

  static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern CODE =
      Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#{1,6} (.+)$", Pattern.MULTILINE);
  private static final Pattern NOT_IN_AN_ANCHOR = Pattern.compile("[^\\p{L}\\p{N} _-]");

  static Markdown of(Path file) {
    try {
      return new Markdown(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The README, all pages below {@code docs}, and what stands in {@code .github}. */
  static List<Markdown> all() throws IOException {
    try (Stream<Path> docs = Files.walk(PROJECT.resolve("docs"));
        Stream<Path> github = Files.walk(PROJECT.resolve(".github"))) {
      return Stream.of(Stream.of(PROJECT.resolve("README.md")), docs, github)
          .flatMap(files -> files)
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !PROJECT.relativize(file).toString().contains("target"))
          .sorted()
          .map(Markdown::of)
          .toList();
    }
  }

  /** Without its code, whose brackets and hashes are neither links nor headings. */
  private String prose() {
    return CODE.matcher(whole).replaceAll("");
  }

  /** Those that lead to a file or a heading of this project. */
  List<String> linksWithin() {
    return LINK.matcher(prose())
        .results()
        .map(found -> found.group(1))
        .filter(target -> !target.matches("[a-z]+:.*"))
        .toList();
  }

  /** As GitHub makes them of headings; the second of one name gets {@code -1}. */
  Set<String> anchors() {
    Map<String, Integer> seen = new HashMap<>();
    return HEADING
        .matcher(prose())
        .results()
        .map(Markdown::anchor)
        .map(
            anchor -> {
              int before = seen.merge(anchor, 1, Integer::sum) - 1;
              return before == 0 ? anchor : anchor + "-" + before;
            })
        .collect(Collectors.toSet());
  }

  private static String anchor(MatchResult heading) {
    String title = LINK.matcher(heading.group(1)).replaceAll("");
    return NOT_IN_AN_ANCHOR
        .matcher(title.toLowerCase(Locale.ROOT))
        .replaceAll("")
        .replace(' ', '-');
  }

  /** Whether a link of this page has somewhere to lead to. */
  boolean leadsSomewhere(String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
    return Files.exists(target)
        && (parts.length == 1 || Markdown.of(target).anchors().contains(parts[1]));
  }

  @Override
  public String toString() {
    return PROJECT.relativize(file).toString();
  }
}
