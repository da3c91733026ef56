package dev.partnerauth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseAddressesAreCheckedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.rocketlawyer.com/partners/v1/auth",
        "https://api.rocketlawyer.com",
        "HTTPS://api.rocketlawyer.com",
        "https://proxy.example:8443/a/b",
        "https://proxy.example:65535",
        "https://[2001:db8::1]/auth",
        "https://10.0.0.1",
        "http://localhost",
        "http://localhost:8080/auth",
        "HTTP://localhost:8080",
        "http://LocalHost:8080",
        "http://127.0.0.1:8080",
        "http://127.255.255.254",
        "http://[::1]:8080/auth"
      })
  void httpsAnywhereAndHttpOnLoopbackAreAccepted(String text) {
    var address = BaseAddress.of(text).map(BaseAddress::uri);

    assertThat(address).containsExactly(URI.create(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.rocketlawyer.com/partners/v1/auth",
        "http://127.0.0.1.evil.com",
        "http://localhost.evil.com",
        "http://evil-localhost",
        "http://notlocalhost",
        "http://localhost.",
        "http://0.0.0.0",
        "http://10.0.0.1",
        "http://126.0.0.1",
        "http://128.0.0.1",
        "http://[::]",
        "http://[::2]",
        "http://[::ffff:10.0.0.1]",
        "http://[::1%251]",
        "ftp://localhost",
        "ws://localhost",
        "file://localhost/etc/passwd",
        "//localhost/auth"
      })
  void anythingThatCouldShowASecretToTheNetworkIsRefused(String text) {
    var address = BaseAddress.of(text);

    assertThat(address).isEqualTo(refused("is not https, and not on loopback"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user@api.rocketlawyer.com",
        "https://user:password@api.rocketlawyer.com",
        "https://@api.rocketlawyer.com",
        "http://localhost@evil.com",
        "http://127.0.0.1:80@evil.com",
        "https://api.rocketlawyer.com?",
        "https://api.rocketlawyer.com/auth?a=b",
        "https://api.rocketlawyer.com/auth#",
        "https://api.rocketlawyer.com/auth#accesstoken"
      })
  void whatDoesNotBelongInABaseAddressIsRefused(String text) {
    var address = BaseAddress.of(text);

    assertThat(address).isEqualTo(refused("has more than scheme, host, port and path"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.rocketlawyer.com/partners/v1/auth/accesstoken",
        "https://api.rocketlawyer.com/partners/v1/auth/accesstoken/",
        "https://api.rocketlawyer.com/partners/v1/auth/servicetoken"
      })
  void anEndpointIsNotABaseAddress(String text) {
    var address = BaseAddress.of(text);

    assertThat(address).isEqualTo(refused("names an endpoint"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "https:///auth",
        "https:api.rocketlawyer.com",
        "api.rocketlawyer.com",
        "/partners/v1/auth",
        "mailto:somebody@example.com",
        "http://127.1",
        "http://127.0.0.1.",
        "http://999.0.0.1",
        "https://exämple.com"
      })
  void anAddressWithoutAHostIsRefused(String text) {
    var address = BaseAddress.of(text);

    assertThat(address).isEqualTo(refused("has no host"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://",
        "https://api.rocketlawyer.com/a b",
        "https://api.rocketlawyer.com\\@evil.com",
        "http://localhost\n.evil.com",
        "https://[::1",
        "https://{host}/auth",
        "https://api.rocketlawyer.com/%",
        "://",
        "\u0000"
      })
  void whatIsNoAddressAtAllIsRefused(String text) {
    var address = BaseAddress.of(text);

    assertThat(address).isEqualTo(refused("is not an address"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://localhost:65536", "http://localhost:70000", "https://host:2147483647"})
  void aPortThatDoesNotExistIsRefused(String text) {
    var address = BaseAddress.of(text);

    assertThat(address).isEqualTo(refused("has a port beyond 65535"));
  }

  @Test
  void aRefusalTellsFieldProblemAndCureAndNeverRepeatsAPassword() {
    var description =
        BaseAddress.of("https://user:password@api.rocketlawyer.com").getLeft().describe();

    assertThat(description)
        .isEqualTo(
            "base address has more than scheme, host, port and path. Use an address like"
                + " https://api.rocketlawyer.com/partners/v1/auth, without /accesstoken.");
  }

  @ParameterizedTest
  @CsvSource({
    "https://proxy.example/auth, https://proxy.example/auth/servicetoken",
    "https://proxy.example/auth/, https://proxy.example/auth/servicetoken",
    "https://proxy.example, https://proxy.example/servicetoken",
    "https://proxy.example/, https://proxy.example/servicetoken",
    "'  https://proxy.example  ', https://proxy.example/servicetoken",
    "https://proxy.example/a%20b, https://proxy.example/a%20b/servicetoken"
  })
  void anEndpointsAddressIsTheBaseAndItsPath(String base, String endpoint) {
    var address = BaseAddress.of(base).map(found -> found.of(Endpoint.SERVICE_TOKEN));

    assertThat(address).containsExactly(URI.create(endpoint));
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.rocketlawyer.com/partners/v1/auth, https://api.rocketlawyer.com",
    "http://127.0.0.1:8085/partners/v1/auth, http://127.0.0.1:8085",
    "http://[::1]:8085/auth/, http://[::1]:8085",
    "https://proxy.example, https://proxy.example"
  })
  void theRootIsSchemeHostAndPort(String base, String root) {
    assertThat(BaseAddress.of(base).map(BaseAddress::root)).containsExactly(URI.create(root));
  }

  @Test
  void theTwoPublishedAddressesAreAtHand() {
    var addresses = List.of(BaseAddress.sandbox(), BaseAddress.production());

    assertThat(addresses)
        .extracting(BaseAddress::toString)
        .containsExactly(
            "https://api-sandbox.rocketlawyer.com/partners/v1/auth",
            "https://api.rocketlawyer.com/partners/v1/auth");
  }

  @Test
  void aTrailingSlashMakesNoOtherAddress() {
    var address = BaseAddress.of("https://api.rocketlawyer.com/partners/v1/auth/");

    assertThat(address).containsExactly(BaseAddress.production());
  }

  private static Either<Violation, BaseAddress> refused(String problem) {
    return Either.left(
        new Violation.Malformed(
            "base address",
            problem,
            "an address like https://api.rocketlawyer.com/partners/v1/auth, without"
                + " /accesstoken"));
  }
}
