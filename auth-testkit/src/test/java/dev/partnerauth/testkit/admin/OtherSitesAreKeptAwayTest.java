package dev.partnerauth.testkit.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.RawHttp;
import dev.partnerauth.testkit.junit.AuthSandboxTest;
import dev.partnerauth.testkit.server.WireRequest;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.message.BasicHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@AuthSandboxTest
class OtherSitesAreKeptAwayTest {

  private static final String JSON = "Content-Type: application/json";

  private final RawHttp http;

  OtherSitesAreKeptAwayTest(AuthSandbox sandbox) {
    this.http = RawHttp.to(sandbox);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example",
        "Host: evil.example:80",
        "Host: 127.0.0.1.evil.example",
        "Host: localhost.evil.example:8085"
      })
  void aNameThatOnlyPointsHereIsRefused(String host) {
    assertThat(http.send("GET", "/__admin/apps", "", host).problem())
        .isEqualTo("403 application/problem+json Forbidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host: localhost", "Host: 127.0.0.1:99", "Host: [::1]:8085"})
  void theNamesOfThisMachineAreServed(String host) {
    assertThat(http.send("GET", "/__admin/apps", "", host).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: http://localhost:1",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void thePageOfAnotherSiteChangesNothing(String header) {
    assertThat(http.send("POST", "/__admin/reset", "{}", JSON, header).problem())
        .isEqualTo("403 application/problem+json Forbidden");
  }

  @Test
  void thisSitesOwnPageMayChangeThings() {
    String origin = "Origin: " + http.root();

    assertThat(
            http.send("POST", "/__admin/reset", "{}", JSON, origin, "Sec-Fetch-Site: same-origin")
                .status())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({"application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x"})
  void whatAFormCanSendIsRefused(String type) {
    assertThat(http.send("POST", "/__admin/reset", "{}", "Content-Type: " + type).problem())
        .isEqualTo("415 application/problem+json Unsupported media type");
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.0.7:8085, true",
    "sandbox:8085, true",
    "[fe80::1]:8085, true",
    "localhost, true",
    "evil.example:8085, false",
    "192.168.0.7.evil.example, false"
  })
  void fromElsewhereAnAddressOrANameOfTheLocalNetworkIsServed(String host, boolean served) {
    WireRequest request =
        new WireRequest(
            "GET",
            "/__admin/apps",
            Map.of(),
            List.of(new BasicHeader("Host", host)),
            false,
            "",
            false);

    assertThat(Guard.refusal(request).isEmpty()).isEqualTo(served);
  }

  @Test
  void noOtherOriginMayReadTheAnswers() {
    assertThat(http.send("GET", "/__admin/apps", "", "Origin: http://evil.example").headers())
        .doesNotContainKey("access-control-allow-origin");
  }
}
