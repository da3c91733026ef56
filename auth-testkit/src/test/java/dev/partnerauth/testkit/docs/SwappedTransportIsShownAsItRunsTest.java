package dev.partnerauth.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwappedTransportIsShownAsItRunsTest {

  private static final Path PAGE = Path.of("../docs/swapping-transports.md");
  private static final Path SOURCES = Path.of("src/test/java/dev/partnerauth/testkit/docs");

  @Test
  void thePageShowsTheTransportAndItsTestAsTheyStand() throws IOException {
    List<String> shown =
        Arrays.stream(Files.readString(PAGE).split("```java\n"))
            .skip(1)
            .map(block -> block.substring(0, block.indexOf("```")))
            .toList();

    assertThat(shown)
        .contains(
            Files.readString(SOURCES.resolve("OkHttpTransport.java")),
            Files.readString(SOURCES.resolve("OkHttpKeepsTheTransportContractTest.java")));
  }
}
