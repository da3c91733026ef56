package dev.partnerauth.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.testkit.fault.RequestKind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsAreKeptShortAndCleanTest {

  private static String kept(String request) {
    return new JournalEntry(
            1,
            Instant.EPOCH,
            RequestKind.OTHER,
            request,
            Optional.empty(),
            Optional.empty(),
            new JournalEntry.Answer(404, Optional.empty(), Optional.empty()),
            Optional.empty())
        .request();
  }

  @ParameterizedTest
  @CsvSource({
    "GET /rocketdoc/v2/templates, GET /rocketdoc/v2/templates",
    "GET /x/eyJhbGciOiJIUzI1NiJ9.e30.c2ln/y, GET /x/(hidden)/y",
    "GET /x/eyJhbGci, GET /x/(hidden)",
    "GET /caf\u00e9, GET /caf\u00e9"
  })
  void whatLooksLikeATokenIsLeftOut(String request, String kept) {
    assertThat(kept(request)).isEqualTo(kept);
  }

  @Test
  void controlCharactersAreReplaced() {
    assertThat(kept("GET\u001b[2J /x\u202e")).isEqualTo("GET?[2J /x?");
  }

  @Test
  void longOnesAreCut() {
    assertThat(kept("GET /" + "x".repeat(10_000))).isEqualTo("GET /" + "x".repeat(507) + "\u2026");
  }
}
