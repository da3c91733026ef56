package dev.partnerauth.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Within the project; other sites are not asked. */
class LinksLeadSomewhereTest {

  @Test
  void everyLinkOfEveryPage() throws IOException {
    assertThat(
            Markdown.all().stream()
                .flatMap(
                    page ->
                        page.linksWithin().stream()
                            .filter(link -> !page.leadsSomewhere(link))
                            .map(link -> page + ": " + link)))
        .isEmpty();
  }

  @Test
  void everyPageStandsInTheIndex() throws IOException {
    Path docs = Markdown.PROJECT.resolve("docs");
    Set<Path> listed =
        Markdown.of(docs.resolve("README.md")).linksWithin().stream()
            .map(link -> docs.resolve(link).normalize())
            .collect(Collectors.toSet());

    assertThat(
            Markdown.all().stream()
                .map(Markdown::file)
                .filter(page -> page.startsWith(docs) && !page.endsWith("README.md")))
        .isSubsetOf(listed);
  }

  @Test
  void aLinkToNowhereIsNoticed(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("page.md");
    Files.writeString(page, "# What is `it`?\n\n[a](#what-is-it) [b](#what) [c](gone.md)\n");
    Markdown markdown = Markdown.of(page);

    assertThat(markdown.linksWithin().stream().filter(link -> !markdown.leadsSomewhere(link)))
        .containsExactly("#what", "gone.md");
  }
}
