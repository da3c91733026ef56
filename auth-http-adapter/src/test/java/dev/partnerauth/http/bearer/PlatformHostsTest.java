package dev.partnerauth.http.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.BaseAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformHostsTest {

  private static final PlatformHosts HOSTS =
      PlatformHosts.of("https://api.example", "https://gateway.example:8443", "http://[::1]:8080")
          .get();

  @ParameterizedTest
  @CsvSource({
    "https, api.example, -1, named",
    "HTTPS, API.example, 443, named",
    "https, gateway.example, 8443, named",
    "http, ::1, 8080, named",
    "http, [::1], 8080, named",
    "http, api.example, -1, exposed",
    "http, api.example, 443, exposed",
    "http, gateway.example, 8443, exposed",
    "https, api.example, 8443, another",
    "https, gateway.example, 443, another",
    "http, ::1, 8081, another",
    "https, ::1, 8080, another",
    "https, api.example.evil.example, 443, another",
    "https, api.example., 443, another",
    "https, evil.example, 443, another",
    "http, evil.example, 80, another",
  })
  void knowsItsHostsBySchemeNameAndPort(String scheme, String host, int port, String expected) {
    Origin origin = new Origin(scheme, host, port);

    String found =
        HOSTS.name(origin) ? "named" : HOSTS.wouldBeExposedAt(origin) ? "exposed" : "another";

    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.example",
        "http://api.example",
        "https://api.example/rocketdoc",
        "https://me@api.example",
        "ftp://127.0.0.1",
        "https://"
      })
  void refusesWhatIsNoSafeHost(String address) {
    assertThat(PlatformHosts.of("https://api.example", address).isLeft()).isTrue();
  }

  @Test
  void saysWhatIsWrongWithAHost() {
    assertThat(PlatformHosts.of("http://api.example").getLeft().describe())
        .isEqualTo(
            "platform host is not https, and not on loopback. Use an address like"
                + " https://api.rocketlawyer.com, without a path.");
  }

  @Test
  void tellsItsHosts() {
    assertThat(HOSTS)
        .hasToString("http://[::1]:8080, https://api.example, https://gateway.example:8443");
  }

  @Test
  void isEqualWhereTheSameHostsAreNamed() {
    assertThat(PlatformHosts.of("https://API.rocketlawyer.com:443/").get())
        .isEqualTo(PlatformHosts.production());
  }

  @Test
  void theHostThatTokensComeFromMayBeSentThem() {
    BaseAddress base = BaseAddress.of("https://gateway.example:8443/partners/v1/auth").get();

    assertThat(PlatformHosts.of(base)).hasToString("https://gateway.example:8443");
  }
}
