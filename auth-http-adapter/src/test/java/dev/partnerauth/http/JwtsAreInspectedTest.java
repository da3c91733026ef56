package dev.partnerauth.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.TokenInspection;
import dev.partnerauth.token.TokenKind;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtsAreInspectedTest {

  private static final Map<String, String> HEADER = Map.of("typ", "JWT", "alg", "HS256");

  private static final DelegatedPurpose THINGS_OF_USER_1 =
      new DelegatedPurpose(
          "api.rocketlawyer.com/demo/things",
          Claims.none().and(new ClaimName("owner"), "user1").get());

  private final JwtInspector inspector = new JwtInspector();

  @Test
  void thePublishedServiceToken() {
    var inspection = inspector.inspect(PublishedTokens.SERVICE_TOKEN);

    Map<String, String> payload = new LinkedHashMap<>(serviceData());
    payload.put("iss", "rocketlawyer.com");
    payload.put("aud", "rocketlawyer.com/service-tokens");
    payload.put("exp", "1671776542");
    payload.put("iat", "1633971684");
    assertThat(inspection)
        .isEqualTo(
            new TokenInspection.Jwt(
                HEADER,
                payload,
                List.of("rocketlawyer.com/service-tokens"),
                Optional.of(Instant.ofEpochSecond(1633971684)),
                Optional.of(Instant.ofEpochSecond(1671776542)),
                Optional.of(THINGS_OF_USER_1),
                false));
  }

  @Test
  void thePublishedAccessToken() {
    var inspection = inspector.inspect(PublishedTokens.ACCESS_TOKEN);

    Map<String, String> payload = new LinkedHashMap<>(serviceData());
    payload.put("iss", "rocketlawyer.com");
    payload.put("aud", "rocketlawyer.com/access-tokens");
    payload.put("exp", "1634007685");
    payload.put("iat", "1633971685");
    payload.put("rl_api_client_id", "7fb9c003-b777-40c6-ade0-ac945c9d710b");
    payload.put("rl_user_id", "null");
    payload.put("ci", "null");
    assertThat(inspection)
        .isEqualTo(
            new TokenInspection.Jwt(
                HEADER,
                payload,
                List.of("rocketlawyer.com/access-tokens"),
                Optional.of(Instant.ofEpochSecond(1633971685)),
                Optional.of(Instant.ofEpochSecond(1634007685)),
                Optional.of(THINGS_OF_USER_1),
                false));
  }

  @Test
  void thePublishedTokensAreToldApart() {
    var kinds =
        Stream.of(PublishedTokens.SERVICE_TOKEN, PublishedTokens.ACCESS_TOKEN)
            .map(token -> inspector.inspect(token).kind())
            .toList();

    assertThat(kinds).containsExactly(TokenKind.SERVICE, TokenKind.SCOPED_ACCESS);
  }

  @Test
  void anAccessTokenWithoutServiceDataIsAGeneralOne() {
    var inspection =
        inspector.inspect(jwt("{\"aud\": \"rocketlawyer.com/access-tokens\", \"srv\": null}"));

    assertThat(inspection)
        .isEqualTo(
            new TokenInspection.Jwt(
                HEADER,
                Map.of("aud", "rocketlawyer.com/access-tokens", "srv", "null"),
                List.of("rocketlawyer.com/access-tokens"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true));
  }

  @Test
  void theAudienceMayBeSeveral() {
    var inspection =
        inspector.inspect(
            jwt("{\"aud\": [\"someone-else\", \"rocketlawyer.com/service-tokens\", 5, null, {}]}"));

    assertThat(inspection)
        .isInstanceOfSatisfying(
            TokenInspection.Jwt.class,
            jwt ->
                assertThat(jwt.audience())
                    .containsExactly("someone-else", "rocketlawyer.com/service-tokens", "5"));
  }

  @Test
  void oneOfSeveralAudiencesTellsTheKind() {
    var inspection =
        inspector.inspect(jwt("{\"aud\": [\"else\", \"rocketlawyer.com/service-tokens\"]}"));

    assertThat(inspection.kind()).isEqualTo(TokenKind.SERVICE);
  }

  @Test
  void theSignatureMayBeCutOffWithItsDotOrWithoutIt() {
    String token = PublishedTokens.SERVICE_TOKEN;
    List<String> cut = List.of(token, token.substring(0, token.length() - 1), "  " + token + "\n");

    var inspections = cut.stream().map(inspector::inspect).distinct().toList();

    assertThat(inspections).containsExactly(inspector.inspect(token));
  }

  @Test
  void claimsThatCouldNotHaveBeenAskedForAreLeftOut() {
    var inspection =
        inspector.inspect(
            jwt(
                """
                {"srv": {"purpose": "p", "upid": "u", "owner": 5, "partnerEndUserId": null,
                 "interviewId": {"nested": 1}, "": "no name", "1st": "no letter",
                 "blank": " ", "control": "a\\u0000b", "long": "%s"}}
                """
                    .formatted("x".repeat(513))));

    assertThat(inspection.delegates())
        .contains(
            new DelegatedPurpose(
                "p", Claims.of(new Upid("u")).and(new ClaimName("owner"), "5").get()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"srv\": {}}",
        "{\"srv\": []}",
        "{\"srv\": \"p\"}",
        "{\"srv\": {\"purpose\": null}}",
        "{\"srv\": {\"purpose\": {\"name\": \"p\"}}}",
        "{\"exp\": \"soon\", \"aud\": {}, \"iat\": [1]}",
        "{\"exp\": 1e999999999, \"iat\": -1}",
        "{\"exp\": 99999999999999999999999999999999999999, \"iat\": 0.5}",
        "{\"exp\": true, \"aud\": [[\"rocketlawyer.com/service-tokens\"]]}"
      })
  void whatCannotBeUnderstoodIsUnknown(String payload) {
    var inspection = inspector.inspect(jwt(payload));

    assertThat(inspection)
        .isInstanceOf(TokenInspection.Jwt.class)
        .extracting(TokenInspection::kind, TokenInspection::expiresAt, TokenInspection::delegates)
        .containsExactly(TokenKind.UNKNOWN, Optional.empty(), Optional.empty());
  }

  static Stream<String> rubbish() {
    String header = base64("{\"typ\":\"JWT\",\"alg\":\"HS256\"}");
    return Stream.of(
        "",
        " ",
        ".",
        "..",
        "...",
        "....................",
        "an-opaque-token",
        "{{serviceToken}}",
        "a.b.c",
        "a.b.c.d",
        header,
        header + ".",
        header + "..",
        "." + header + ".",
        header + ".!!!.signature",
        header + ".e30\n.signature",
        header + "." + base64("[]") + ".",
        header + "." + base64("null") + ".",
        header + "." + base64("\"text\"") + ".",
        header + "." + base64("17") + ".",
        header + "." + base64("{\"exp\": 1") + ".",
        header + "." + base64("{} {}") + ".",
        header + "." + base64("{'exp': 1}") + ".",
        header + "." + base64("{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000)) + ".",
        header + "." + base64("{\"a\":" + "[".repeat(6_000) + "]".repeat(6_000) + "}") + ".",
        header + "." + base64("{\"a\": \"\u0000\u001b\"}") + ".",
        header + "." + base64("\u0000\u0001\u0002") + ".",
        base64("[]") + "." + base64("{}") + ".",
        base64("{\"alg\":") + "." + base64("{}") + ".",
        "\u0000.\u0001.\u0002",
        "\ud800.\udfff.\ud800",
        "é.ü.😀",
        "x".repeat(1_000_000),
        ".".repeat(1_000_000),
        header + "." + base64("{\"a\": \"" + "x".repeat(1_000_000) + "\"}") + ".");
  }

  @ParameterizedTest
  @MethodSource("rubbish")
  void rubbishIsOpaqueAndRepeatedByNobody(String token) {
    var inspection = inspector.inspect(token);

    assertThat(inspection)
        .isInstanceOfSatisfying(
            TokenInspection.Opaque.class,
            opaque ->
                assertThat(opaque.reason())
                    .isIn(
                        "it is longer than 16384 characters",
                        "it does not have the three parts of a JWT",
                        "its header is not JSON in base64url",
                        "its payload is not JSON in base64url"));
  }

  @Test
  void hugeNumbersAreKeptAsText() {
    var inspection = inspector.inspect(jwt("{\"n\": 1e999999999, \"m\": [1e999999999]}"));

    assertThat(inspection)
        .isInstanceOfSatisfying(
            TokenInspection.Jwt.class,
            jwt ->
                assertThat(jwt.payload())
                    .isEqualTo(Map.of("n", "1e999999999", "m", "[1e999999999]")));
  }

  @Test
  void membersNestedAsDeepAsTheParserAllowsAreRead() {
    String payload = "{\"a\":".repeat(32) + "1" + "}".repeat(32);

    var inspection = inspector.inspect(jwt(payload));

    assertThat(inspection)
        .isInstanceOfSatisfying(
            TokenInspection.Jwt.class,
            jwt -> assertThat(jwt.payload()).isEqualTo(Map.of("a.".repeat(31) + "a", "1")));
  }

  @Test
  void tokensThatWereDamagedOnTheWayNeverThrow() {
    Random random = new Random(20_211_011);
    String token = PublishedTokens.ACCESS_TOKEN;

    var inspections =
        IntStream.range(0, 5_000)
            .mapToObj(
                round -> {
                  StringBuilder damaged = new StringBuilder(token);
                  for (int place = 0; place <= round % 5; place++) {
                    damaged.setCharAt(random.nextInt(token.length()), (char) random.nextInt(128));
                  }
                  return inspector.inspect(damaged.toString());
                })
            .toList();

    assertThat(inspections).hasSize(5_000).doesNotContainNull();
  }

  @Test
  void anInspectionPrintsNoForeignText() {
    var inspection = inspector.inspect(jwt("{\"sub\": \"jane@example.com\"}"));

    assertThat(inspection).hasToString("Jwt[UNKNOWN, 2 and 1 members]");
  }

  private static Map<String, String> serviceData() {
    return Map.of(
        "srv.originalTenantId", "6bbddc2c-9c7c-4ead-9ca9-bda4fd78acc5",
        "srv.expirationTime", "1671776542",
        "srv.partnerId", "0d790f9d-7ff9-4bc2-8577-255eaf4594c0",
        "srv.originalClientId", "7fb9c003-b777-40c6-ade0-ac945c9d710b",
        "srv.purpose", "api.rocketlawyer.com/demo/things",
        "srv.brandId", "5ded0acb-2cd2-405f-9568-996e480ff466",
        "srv.owner", "user1");
  }

  private static String jwt(String payload) {
    return base64("{\"typ\":\"JWT\",\"alg\":\"HS256\"}") + "." + base64(payload) + ".c2lnbmVk";
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
