package dev.partnerauth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.token.BearerToken;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokensAreReadFromPublishedAnswersTest {

  private static final List<String> PRODUCTS_OF_THE_GUIDE =
      List.of(
          "partner-event-api-subscription-product-sandbox",
          "rocketdoc-api-product-sandbox",
          "partner-auth-service-product-sandbox",
          "binders-product-document-manager-sandbox");

  /** A bearer token with all that is known of it: tokens themselves are equal by their text. */
  private record Bearer(String text, TokenTimes times, List<String> products) {
    static Bearer of(BearerToken token) {
      return new Bearer(token.reveal(), token.times(), token.apiProducts());
    }
  }

  /** A service token with all that is known of it. */
  private record Service(
      String text,
      Instant obtainedAt,
      Optional<Instant> expiration,
      Optional<DelegatedPurpose> delegates) {
    static Service of(ServiceToken token) {
      return new Service(token.reveal(), token.obtainedAt(), token.expiration(), token.delegates());
    }
  }

  @Test
  void anAccessTokenInTheGuidesShape() {
    ScriptedTransport transport =
        ScriptedTransport.answering(200, PublishedAnswers.ACCESS_TOKEN_OF_THE_GUIDE);

    var token = Calls.accessToken(transport).map(Bearer::of);

    assertThat(token)
        .containsExactly(
            new Bearer(
                "{{generalAccessToken}}",
                times(35999, Instant.ofEpochMilli(1723146278357L)),
                PRODUCTS_OF_THE_GUIDE));
  }

  @Test
  void anAccessTokenInTheOpenApiDocumentsShape() {
    ScriptedTransport transport =
        ScriptedTransport.answering(200, PublishedAnswers.ACCESS_TOKEN_OF_THE_OPENAPI_DOCUMENT);

    var token = Calls.accessToken(transport).map(Bearer::of);

    assertThat(token)
        .containsExactly(
            new Bearer(
                PublishedTokens.ACCESS_TOKEN,
                times(35998, Instant.ofEpochMilli(1633969487428L)),
                List.of(
                    "rocketdoc-api-product-sandbox",
                    "partner-auth-service-product-sandbox",
                    "binders-product-document-manager-sandbox")));
  }

  @Test
  void aProductListInOneStringWithoutItsArray() {
    ScriptedTransport transport =
        ScriptedTransport.answering(
            200,
            """
            {"access_token": "a", "token_type": "BearerToken", "expires_in": "1",
             "api_product_list": "[events, rocketdoc-api-product-sandbox]"}
            """);

    var products = Calls.accessToken(transport).map(BearerToken::apiProducts);

    assertThat(products).containsExactly(List.of("events", "rocketdoc-api-product-sandbox"));
  }

  @Test
  void numbersThatComeAsJsonNumbers() {
    ScriptedTransport transport =
        ScriptedTransport.answering(
            200,
            """
            {"access_token": "a", "token_type": "BearerToken", "expires_in": 35999,
             "issued_at": 1723146278357}
            """);

    var token = Calls.accessToken(transport).map(Bearer::of);

    assertThat(token)
        .containsExactly(
            new Bearer("a", times(35999, Instant.ofEpochMilli(1723146278357L)), List.of()));
  }

  @Test
  void fieldsThatNobodyHasHeardOfAreIgnored() {
    ScriptedTransport transport =
        ScriptedTransport.answering(
            200,
            """
            {"from_the_future": {"nested": [1, {"deeper": null}]}, "access_token": "a",
             "token_type": "BearerToken", "expires_in": "35999", "": false}
            """);

    var token = Calls.accessToken(transport).map(Bearer::of);

    assertThat(token)
        .containsExactly(
            new Bearer("a", TokenTimes.lasting(Duration.ofSeconds(35999), Samples.NOW), List.of()));
  }

  @Test
  void aScopedAccessTokenDelegatesWhatItsServiceTokenDid() {
    ScriptedTransport transport =
        ScriptedTransport.answering(200, PublishedAnswers.ACCESS_TOKEN_OF_THE_GUIDE);

    var token = Calls.scopedAccessToken(transport);

    assertThat(token.map(Bearer::of))
        .containsExactly(
            new Bearer(
                "{{generalAccessToken}}",
                times(35999, Instant.ofEpochMilli(1723146278357L)),
                PRODUCTS_OF_THE_GUIDE));
    assertThat(token.get().delegates()).contains(Samples.delegatedInterview());
  }

  @Test
  void aScopedAccessTokenTellsItsOwnPurposeWhenTheServiceTokensIsUnknown() {
    ScriptedTransport transport =
        ScriptedTransport.answering(200, PublishedAnswers.ACCESS_TOKEN_OF_THE_OPENAPI_DOCUMENT);

    var token =
        Calls.outcome(
            Calls.api(transport)
                .scopedAccessToken(
                    Samples.aFrontendApp(), Samples.aReceivedServiceToken(), Samples.BUDGET));

    assertThat(token.get().delegates())
        .contains(
            new DelegatedPurpose(
                "api.rocketlawyer.com/demo/things",
                Claims.none().and(new ClaimName("owner"), "user1").get()));
  }

  @Test
  void aScopedAccessTokenOfAnUnknownPurposeIsATokenAllTheSame() {
    ScriptedTransport transport =
        ScriptedTransport.answering(200, PublishedAnswers.ACCESS_TOKEN_OF_THE_GUIDE);

    var token =
        Calls.outcome(
            Calls.api(transport)
                .scopedAccessToken(
                    Samples.aFrontendApp(), Samples.aReceivedServiceToken(), Samples.BUDGET));

    assertThat(token.get().delegates()).isEmpty();
  }

  @Test
  void aServiceTokenInTheGuidesShape() {
    ScriptedTransport transport =
        ScriptedTransport.answering(200, PublishedAnswers.SERVICE_TOKEN_OF_THE_GUIDE);

    var token = Calls.serviceToken(transport).map(Service::of);

    assertThat(token)
        .containsExactly(
            new Service(
                "{{serviceToken}}",
                Samples.NOW,
                Optional.of(Instant.ofEpochSecond(1753696695)),
                Optional.of(Samples.delegatedInterview())));
  }

  @Test
  void aServiceTokenInTheOpenApiDocumentsShapeWhoseExpirationIsNotTheOneAskedForAndPast() {
    ScriptedTransport transport =
        ScriptedTransport.answering(200, PublishedAnswers.SERVICE_TOKEN_OF_THE_OPENAPI_DOCUMENT);

    var token =
        Calls.outcome(
                Calls.api(transport)
                    .serviceToken(
                        Samples.anAccessToken(), Samples.aBinderPartyRequest(), Samples.BUDGET))
            .map(Service::of);

    assertThat(token)
        .containsExactly(
            new Service(
                PublishedTokens.SERVICE_TOKEN,
                Samples.NOW,
                Optional.of(Instant.ofEpochSecond(1607803932)),
                Optional.of(
                    new DelegatedPurpose(
                        "api.rocketlawyer.com/binder-party-access", Claims.of(Samples.PARTY)))));
  }

  private static TokenTimes times(long seconds, Instant issuedAt) {
    return TokenTimes.lasting(Duration.ofSeconds(seconds), Samples.NOW).issuedAt(issuedAt);
  }
}
