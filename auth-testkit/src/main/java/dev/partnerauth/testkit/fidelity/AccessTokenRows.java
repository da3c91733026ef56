package dev.partnerauth.testkit.fidelity;

import static dev.partnerauth.testkit.fidelity.Refused.fault;
import static dev.partnerauth.testkit.fidelity.Row.assumed;
import static dev.partnerauth.testkit.fidelity.Row.documented;
import static dev.partnerauth.testkit.fidelity.Row.observed;

import dev.partnerauth.testkit.engine.TokenFacts;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.fidelity.Section.Part;
import dev.partnerauth.testkit.settings.Behaviour;
import java.util.List;

/** Access tokens, general and scoped. */
final class AccessTokenRows {

  static final Row UNREADABLE_BODY =
      assumed(
          "a body that is no JSON object counts as one without fields; a field that is no string"
              + " counts as absent",
          "undocumented");

  static final Row MISSING_CREDENTIALS =
      assumed("2. key or secret missing: 401 as for wrong ones", "undocumented");

  static final Row BACKEND_APP_EXCHANGES =
      assumed(
              "4. `authorization_code` with a back-end app: 401 as in step 2",
              "the reference demands a front-end app and names no error")
          .unless(Behaviour.BACKEND_APPS_MAY_EXCHANGE);

  static final Row UNKNOWN_CODE =
      assumed(
          "5. the text for a `code` that is unknown is `%s`, its code `%s`"
              .formatted(Refusal.INVALID_CODE.text(), Refusal.INVALID_CODE.code()),
          "the reference names the reason; the body follows the one shown for `grant_type`");

  static final Row APPS_OF_EITHER_SCOPE =
      assumed(
          "an app of either scope obtains a token with `client_credentials`",
          "the published 403 of `/servicetoken` speaks of roles, so a request without the role"
              + " must get that far");

  static final Row EXCHANGED_AGAIN =
      assumed(
              "a service token may be exchanged any number of times until it expires",
              "no document limits it")
          .unless(Behaviour.SERVICE_TOKENS_ARE_USED_ONCE);

  static final Row UNUSED_FIELDS =
      assumed(
          "fields that are not used are ignored, also `code` with `client_credentials`",
          "undocumented");

  static final Row EXPIRES_IN =
      observed(
          "`expires_in` `\"%d\"`, a string of seconds, for every token"
              .formatted(TokenFacts.LIFETIME.minus(TokenFacts.SPENT).toSeconds()),
          "guide; the reference's sample says `\"35998\"`");

  private static final String IN_ORDER =
      """
      In this order; the first that applies answers. The order is *assumed*: from cheap to costly, and no secret is needed to
      learn that the grant type is wrong.
      """;

  private AccessTokenRows() {}

  static Section section() {
    return new Section(
        "POST /accesstoken",
        List.of(new Part(IN_ORDER, requests()), new Part("The answer, 200:", answers())));
  }

  private static List<Row> requests() {
    return List.of(
        UNREADABLE_BODY,
        documented(
            "1. `grant_type` missing or neither `client_credentials` nor `authorization_code`: "
                + fault(Refusal.INVALID_GRANT_TYPE),
            "reference"),
        documented(
            "2. key unknown or secret wrong: " + fault(Refusal.INVALID_CREDENTIALS), "reference"),
        MISSING_CREDENTIALS,
        documented("3. the app is not approved: 403 with a `fault`", "other documentation"),
        assumed(
            "its text `%s`, its code `%s`"
                .formatted(Refusal.APP_NOT_APPROVED.text(), Refusal.APP_NOT_APPROVED.code()),
            "only its words are described, not the sentence; no code is published"),
        BACKEND_APP_EXCHANGES,
        observed(
            "the same in a lenient sandbox: accepted",
            "the guide uses one key for all three requests"),
        documented(
            "5. `authorization_code` without `code`, or with one that is no service token of ours:"
                + " 400 with a `fault`",
            "reference"),
        UNKNOWN_CODE,
        assumed(
            "5. a service token that has expired: the same 400",
            "no document names a case of its own, so it counts as invalid"),
        APPS_OF_EITHER_SCOPE,
        EXCHANGED_AGAIN,
        documented("a new token leaves the earlier ones valid", "reference"),
        UNUSED_FIELDS);
  }

  private static List<Row> answers() {
    return List.of(
        observed(
            "fourteen fields, all but one of them strings",
            "the guide's sample; the reference shows fewer fields"),
        documented("`token_type` `BearerToken`", "reference, guide"),
        EXPIRES_IN,
        documented(
            "`issued_at`, a string of epoch milliseconds, by the sandbox's clock", "reference"),
        observed(
            "`api_product_list` as one string `\"[a, b]\"`, `api_product_list_json` as an array",
            "guide; the reference shows the first as an array"),
        observed(
            "the four products, the same for every app unless its `SandboxApp` lists others",
            "the guide's sample lists them; that all apps have them is assumed"),
        observed(
            "`refresh_token_expires_in` and `refresh_count` `\"0\"`, `scope` empty, `status`"
                + " `approved`, `organization_name` `rocketlawyer`",
            "guide"),
        assumed(
            "`developer.email` `developer@example.com`",
            "the field is observed; the address is an example so that it can reach nobody"),
        documented("`client_id` echoes the key", "reference"),
        assumed(
            "`application_name` is a UUID derived from the key",
            "the samples show a UUID; where it comes from is unknown"));
  }
}
