package dev.partnerauth.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.partnerauth.testkit.form.SandboxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileTest {

  @TempDir private Path folder;

  private SandboxFile read(String text) throws IOException {
    Path file = folder.resolve("sandbox.yaml");
    Files.writeString(file, text);
    return ConfigurationFile.read(file.toString());
  }

  private List<String> mistakes(String text) {
    return catchThrowableOfType(CommandException.class, () -> read(text)).lines().stream()
        .map(line -> line.replace(folder.resolve("sandbox.yaml").toString(), "FILE"))
        .toList();
  }

  @Test
  void yamlAndJsonSayTheSame() throws IOException {
    SandboxFile yaml =
        read(
            """
            # The apps of our tests.
            apps:
              - key: mine
                secret: "12345"
                scope: backend
                approved: false
            faults:
              - faults: [{fault: html-page, status: 502}]
                probability: 0.25
                seed: 7
            """);

    assertThat(yaml)
        .isEqualTo(
            read(
                """
                {"apps":[{"key":"mine","secret":"12345","scope":"backend","approved":false}],
                 "faults":[{"faults":[{"fault":"html-page","status":502}],
                            "probability":0.25,"seed":7}]}
                """));
  }

  @Test
  void everyMistakeHasALineOfItsOwn() {
    assertThat(mistakes("apps:\n  - key: mine\n    secret: 12345\n    scope: none\n"))
        .containsExactly(
            "FILE: apps[0].secret is no text. Use a text, in quotes if it looks like a number.",
            "FILE: apps[0].scope is \"none\". Use one of: backend, frontend.");
  }

  @Test
  void whatIsNoYamlIsToldWithItsLineAndWithoutQuotingIt() {
    assertThat(mistakes("apps:\n  - key: mine\n    secret: hush: hush\n"))
        .containsExactly(
            "FILE: the file is neither JSON nor YAML, see line 3. Use one of the two.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret: *S3CRET-alias",
        "secret: !S3CRET-tag",
        "apps: [{key: a, secret:S3CRET-without-space, scope: backend}]",
        "S3CRET-twice: 1\nS3CRET-twice: 2",
        "secret: \"S3CRET-without-end"
      })
  void noMistakeRepeatsWhatMayBeASecret(String text) {
    assertThat(mistakes(text)).noneMatch(line -> line.contains("S3CRET"));
  }

  @Test
  void bracketsWithinBracketsAreRefused() {
    assertThat(mistakes("[".repeat(20_000)))
        .containsExactly(
            "FILE: the file has too many brackets within brackets. Use the members that"
                + " docs/sandbox.md shows.");
  }

  @Test
  void muchThatIsMadeOfLittleIsRefused() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x]\n");
    for (int i = 1; i < 16; i++) {
      String before = "*a" + (i - 1);
      laughs.append("a%d: &a%d [%s, %s, %s]\n".formatted(i, i, before, before, before));
    }

    assertThat(mistakes(laughs.toString()))
        .containsExactly("FILE: the file is neither JSON nor YAML. Use one of the two.");
  }

  @Test
  void aFileThatIsTooLargeIsRefused() {
    assertThat(mistakes("# " + "x".repeat(2_000_000)))
        .containsExactly("FILE is larger than a mebibyte. Name a smaller file.");
  }

  @Test
  void aListIsNoFile() {
    assertThat(mistakes("- key: mine\n"))
        .containsExactly(
            "FILE: the file is no object. Use apps, purposes and faults as its members.");
  }

  @Test
  void aFileThatHoldsItselfIsRefused() {
    assertThat(mistakes("apps: &all [*all]\n"))
        .containsExactly("FILE: the file is neither JSON nor YAML. Use one of the two.");
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    assertThat(
            catchThrowableOfType(
                    CommandException.class, () -> ConfigurationFile.read("no-such-file.yaml"))
                .lines())
        .containsExactly("no-such-file.yaml cannot be read. Name a file of text in UTF-8.");
  }
}
