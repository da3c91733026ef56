package dev.partnerauth.token;

import static dev.partnerauth.Samples.NOW;
import static dev.partnerauth.Samples.TWO_HOURS;
import static dev.partnerauth.Samples.aClaim;
import static dev.partnerauth.Samples.aClientId;
import static dev.partnerauth.Samples.aParty;
import static dev.partnerauth.Samples.aPartyRequest;
import static dev.partnerauth.Samples.aServiceToken;
import static dev.partnerauth.Samples.anInterview;
import static dev.partnerauth.Samples.anInterviewRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.claim.PartnerEndUserId;
import dev.partnerauth.purpose.Purpose;
import dev.partnerauth.purpose.StandardPurposes;
import dev.partnerauth.token.TokenKey.ForAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nodes of different versions share a store, so these bytes must never change. */
class CanonicalNamesTest {

  private static final Duration A_BIT_MORE = TWO_HOURS.plusNanos(5);

  /** A name and the bytes that stand for it, each part with its length in eight bytes before it. */
  record Golden(TokenName name, String hex) {}

  static Stream<Golden> golden() {
    return Stream.of(
        new Golden(
            new ForAccessToken(aClientId()).name(),
            "0000000000000006414343455353" // ACCESS
                + "000000000000000b6261636b656e642d6b6579"), // backend-key
        new Golden(
            new ForServiceToken(
                    aClientId(),
                    ServiceTokenRequest.forInterview(
                        anInterview(), new PartnerEndUserId("jörg"), Lifetime.of(A_BIT_MORE)))
                .name(),
            "000000000000000753455256494345" // SERVICE
                + "000000000000000b6261636b656e642d6b6579" // backend-key
                + "000000000000001e" // api.rocketlawyer.com/rocketdoc
                + "6170692e726f636b65746c61777965722e636f6d2f726f636b6574646f63"
                + "0000000000000002" // claims
                + "000000000000000b696e746572766965774964" // interviewId
                + "000000000000000b696e746572766965772d31" // interview-1
                + "0000000000000010706172746e6572456e64557365724964" // partnerEndUserId
                + "00000000000000056ac3b67267" // jörg
                + "0000000000000003666f72" // for
                + "0000000000001c20" // 7200 seconds
                + "0000000000000005"), // nanoseconds
        new Golden(
            new ForServiceToken(
                    aClientId(),
                    ServiceTokenRequest.forBinderParty(aParty(), Lifetime.until(NOW.plusNanos(5))))
                .name(),
            "000000000000000753455256494345" // SERVICE
                + "000000000000000b6261636b656e642d6b6579" // backend-key
                + "0000000000000028" // api.rocketlawyer.com/binder-party-access
                + "6170692e726f636b65746c61777965722e636f6d2f"
                + "62696e6465722d70617274792d616363657373"
                + "0000000000000001" // claim
                + "000000000000000475706964" // upid
                + "000000000000000770617274792d31" // party-1
                + "0000000000000005756e74696c" // until
                + "0000000069a42a40" // 2026-03-01T12:00:00Z
                + "0000000000000005"), // nanoseconds
        new Golden(
            new ForScopedAccessToken(new ClientId("frontend-key"), aServiceToken("hush")).name(),
            "000000000000000d53434f5045445f414343455353" // SCOPED_ACCESS
                + "000000000000000c66726f6e74656e642d6b6579" // frontend-key
                + "0000000000000040" // the SHA-256 of "hush" in hexadecimal digits
                + "6463383333316263623232383365383964323735613163326665363666376266"
                + "3561633331363365633139363766313439646437653237393036333635663063"));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void aNameIsTheSameBytesOnEveryMachine(Golden golden) {
    assertThat(hex(golden.name())).isEqualTo(golden.hex());
  }

  @Test
  void theOrderInWhichClaimsWereMadeMakesNoDifference() {
    Purpose purpose = purposeWith("one", "two");
    Claims claims = claims("one", "1").and(aClaim("two"), "2").get();
    Claims reversed = claims("two", "2").and(aClaim("one"), "1").get();

    assertThat(hex(wish(purpose, claims))).isEqualTo(hex(wish(purpose, reversed)));
  }

  @Test
  void namesThatDifferHaveDifferentBytes() {
    Purpose purpose = purposeWith("one", "two");
    ClientId another = new ClientId("another-key");
    List<TokenName> names =
        List.of(
            new ForAccessToken(aClientId()),
            new ForAccessToken(another),
            service(aClientId(), anInterviewRequest()),
            service(another, anInterviewRequest()),
            service(aClientId(), aPartyRequest()),
            wish(purpose, Claims.none()),
            wish(purpose, claims("one", "1")),
            wish(purpose, claims("one", "2")),
            wish(purpose, claims("two", "1")),
            wish(purpose, claims("one", "1").and(aClaim("two"), "2").get()),
            wish(purpose, claims("one", "2").and(aClaim("two"), "1").get()),
            lasting(Lifetime.of(Duration.ofSeconds(1))),
            lasting(Lifetime.of(Duration.ofNanos(1))),
            lasting(Lifetime.of(Duration.ofNanos(2))),
            lasting(Lifetime.until(NOW)),
            lasting(Lifetime.until(NOW.plusNanos(1))),
            lasting(Lifetime.of(Duration.ofSeconds(NOW.getEpochSecond()))),
            new ForScopedAccessToken(aClientId(), aServiceToken("hush")).name(),
            new ForScopedAccessToken(aClientId(), aServiceToken("hash")).name(),
            new ForScopedAccessToken(another, aServiceToken("hush")).name());

    assertThat(names).extracting(CanonicalNamesTest::hex).doesNotHaveDuplicates();
  }

  @Test
  void whereOnePartEndsAndTheNextBeginsIsNeverInDoubt() {
    Purpose purpose = purposeWith("a", "ab", "abc", "b");
    List<TokenName> names =
        List.of(
            service(new ClientId("ab"), bare("c")),
            service(new ClientId("a"), bare("bc")),
            wish(purpose, claims("ab", "c")),
            wish(purpose, claims("a", "bc")),
            wish(purpose, claims("a", "b").and(aClaim("b"), "c").get()),
            wish(purpose, claims("a", "bb").and(aClaim("b"), "c").get()),
            wish(purpose, claims("a", "b").and(aClaim("b"), "bc").get()),
            wish(Purpose.named("pa").allowing(aClaim("b")), claims("b", "c")));

    assertThat(names).extracting(CanonicalNamesTest::hex).doesNotHaveDuplicates();
  }

  @Test
  void whatIsGivenAwayIsACopy() {
    TokenName name = new ForAccessToken(aClientId()).name();
    String before = hex(name);

    name.canonical()[0] = 1;

    assertThat(hex(name)).isEqualTo(before);
  }

  @Test
  void aNameTellsItsApp() {
    Map<ClientId, Long> apps =
        Stream.<TokenKey<?>>of(
                new ForAccessToken(aClientId()),
                new ForServiceToken(aClientId(), anInterviewRequest()),
                new ForScopedAccessToken(aClientId(), aServiceToken("hush")))
            .map(key -> key.name().clientId())
            .collect(Collectors.groupingBy(app -> app, Collectors.counting()));

    assertThat(apps).isEqualTo(Map.of(aClientId(), 3L));
  }

  private static String hex(TokenName name) {
    return HexFormat.of().formatHex(name.canonical());
  }

  private static TokenName service(ClientId clientId, ServiceTokenRequest request) {
    return new ForServiceToken(clientId, request).name();
  }

  private static TokenName wish(Purpose purpose, Claims claims) {
    return service(aClientId(), new ServiceTokenRequest(purpose, claims, Lifetime.of(TWO_HOURS)));
  }

  private static TokenName lasting(Lifetime lifetime) {
    return service(
        aClientId(),
        new ServiceTokenRequest(StandardPurposes.INTERVIEW, Claims.of(anInterview()), lifetime));
  }

  private static ServiceTokenRequest bare(String purpose) {
    return new ServiceTokenRequest(Purpose.named(purpose), Claims.none(), Lifetime.of(TWO_HOURS));
  }

  private static Purpose purposeWith(String... claims) {
    Purpose purpose = Purpose.named("p");
    for (String claim : claims) {
      purpose = purpose.allowing(aClaim(claim));
    }
    return purpose;
  }

  private static Claims claims(String name, String value) {
    return Claims.none().and(aClaim(name), value).get();
  }
}
