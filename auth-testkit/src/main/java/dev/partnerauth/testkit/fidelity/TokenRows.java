package dev.partnerauth.testkit.fidelity;

import static dev.partnerauth.testkit.fidelity.Row.assumed;
import static dev.partnerauth.testkit.fidelity.Row.observed;

import dev.partnerauth.testkit.engine.TokenFacts;
import dev.partnerauth.testkit.settings.Behaviour;
import java.util.List;

/** What stands in the tokens. */
final class TokenRows {

  static final Row LIFE_OF_A_SCOPED_TOKEN =
      assumed(
              "a scoped token lives %d hours, however long its service token still lives"
                  .formatted(TokenFacts.LIFETIME.toHours()),
              "the samples pair ten hours with 437 days; nothing shows a shorter service token")
          .unless(Behaviour.SCOPED_TOKENS_END_WITH_THEIR_SERVICE_TOKEN);

  static final Row APP_OF_A_TOKEN =
      assumed(
          "`rl_api_client_id` is the `application_name` of the app that obtained the token",
          "the samples show two UUIDs that are not known to belong together");

  static final Row GENERAL_TOKENS_DELEGATE_NOTHING =
      assumed("`srv` of a general access token is `null`", "no sample of one is published");

  private TokenRows() {}

  static Section section() {
    return Section.of(
        "The tokens themselves",
        List.of(
            observed("JWT, header `typ` `JWT`, `alg` `HS256`", "sample tokens"),
            assumed(
                "signed with a random key, new for each sandbox; another sandbox's token is refused"
                    + " like any foreign one",
                "the platform alone has its key"),
            observed(
                "`iss` `%s`, `aud` `%s` or `%s`, `exp`, `iat`"
                    .formatted(TokenFacts.ISSUER, TokenFacts.FOR_ACCESS, TokenFacts.FOR_SERVICE),
                "sample tokens"),
            assumed(
                "`jti`: the token's number, after those of the tokens that it comes from, as in"
                    + " `1.2.3`",
                "ours: two tokens of one second must differ, and a token tells its lineage"
                    + " ([decision 0004](decisions/0004-the-sandbox-adds-a-jti.md))"),
            observed(
                "an access token's `exp` lies %d s after `iat`, %d s more than `expires_in` says"
                    .formatted(TokenFacts.LIFETIME.toSeconds(), TokenFacts.SPENT.toSeconds()),
                "sample token and sample answer"),
            observed("a service token's `exp` is the `expirationTime` asked for", "sample token"),
            LIFE_OF_A_SCOPED_TOKEN,
            observed("`rl_user_id` and `ci` are `null`", "sample token"),
            APP_OF_A_TOKEN,
            observed(
                "`srv` of a service token: `originalTenantId`, `expirationTime`, `partnerId`,"
                    + " `originalClientId`, `purpose`, `brandId`, and the claims",
                "sample token"),
            assumed("the ids of tenant, partner and brand are the same for every app", "made up"),
            observed(
                "`srv` of a scoped token is its service token's, unchanged",
                "the pair of sample tokens"),
            assumed(
                "a scoped token's `rl_api_client_id` names the front-end app,"
                    + " `srv.originalClientId` the back-end app",
                "equal in the samples, which seem to use one app"),
            GENERAL_TOKENS_DELEGATE_NOTHING,
            assumed(
                "the signature and `exp` decide, unless the test revokes a token",
                "no call to revoke one is published")));
  }
}
