package dev.partnerauth.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatIsSwappedIsShownAsItRunsTest {

  private static final Path PAGES = Path.of("../docs");
  private static final Path SOURCES = Path.of("src/test/java/dev/partnerauth/testkit/docs");

  @ParameterizedTest
  @CsvSource({
    "swapping-transports.md, OkHttpTransport",
    "swapping-transports.md, OkHttpKeepsTheTransportContractTest",
    "swapping-caches.md, MapTokenStore",
    "swapping-caches.md, MapTokenStoreKeepsTheContractTest"
  })
  void thePageShowsTheClassAsItStands(String page, String type) throws IOException {
    List<String> shown =
        Arrays.stream(Files.readString(PAGES.resolve(page)).split("```java\n"))
            .skip(1)
            .map(block -> block.substring(0, block.indexOf("```")))
            .toList();

    assertThat(shown).contains(Files.readString(SOURCES.resolve(type + ".java")));
  }
}
