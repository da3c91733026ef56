package dev.partnerauth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.transport.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersAreFoundWhateverTheirCaseTest {

  @ParameterizedTest
  @ValueSource(strings = {"Retry-After", "retry-after", "RETRY-AFTER", "rEtRy-aFtEr"})
  void aHeaderIsFoundByItsName(String name) {
    var response = new HttpResponse(503, Map.of("Retry-after", List.of("30")), new byte[0]);

    assertThat(response.header(name)).contains("30");
  }

  @Test
  void theFirstOfSeveralValuesCounts() {
    var response = new HttpResponse(503, Map.of("A", List.of("first", "second")), new byte[0]);

    assertThat(response.header("a")).contains("first");
  }

  @Test
  void aHeaderThatIsNotThereIsNotFound() {
    var response = new HttpResponse(503, Map.of("A", List.of()), new byte[0]);

    assertThat(List.of(response.header("a"), response.header("b"))).containsOnly(Optional.empty());
  }
}
