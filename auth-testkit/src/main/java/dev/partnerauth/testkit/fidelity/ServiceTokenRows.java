package dev.partnerauth.testkit.fidelity;

import static dev.partnerauth.testkit.fidelity.Refused.fault;
import static dev.partnerauth.testkit.fidelity.Row.assumed;
import static dev.partnerauth.testkit.fidelity.Row.documented;
import static dev.partnerauth.testkit.fidelity.Row.observed;

import dev.partnerauth.claim.Claims;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.fidelity.Section.Part;
import dev.partnerauth.token.Lifetime;
import java.time.ZoneOffset;
import java.util.List;

/** Service tokens, but for their purposes. */
final class ServiceTokenRows {

  static final Row NO_BEARER =
      assumed(
          "1. no `Authorization`, another scheme, or an empty bearer: 401 likewise",
          "the reference lists no other 401");

  static final Row BEARER_IN_ANY_CASE = assumed("the word `Bearer` in any case", "RFC 9110");

  static final Row FRONTEND_APPS_OWN_TOKEN =
      assumed(
          "3. a front-end app's token from `client_credentials`: 403 likewise",
          "a front-end app has no back-end role");

  static final Row SCOPED_TOKEN =
      assumed(
          "3. a scoped token, whatever its app: 403 likewise",
          "a token for one interview must not delegate more");

  static final Row UNREADABLE_BODY =
      assumed(
          "4. the body is no JSON object, or a claim is no string (`null` included): %d with"
                  .formatted(Refusal.BAD_SERVICE_TOKEN_REQUEST.status())
              + " `message`, `error` `%s`, `status`, `timestamp`"
                  .formatted(Refusal.BAD_SERVICE_TOKEN_REQUEST.code()),
          "the reference wants string claims and shows one 400; this is it");

  static final Row EXPIRATION_NO_INTEGER =
      assumed(
          "4. `expirationTime` missing, or not a JSON integer; a string is refused, and so is"
              + " `1.8e9`: the same 400",
          "the reference gives the type; what a string gets is undocumented");

  static final Row EXPIRATION_NOW =
      assumed("4. `expirationTime` of the present second: the same 400", "it is not after now");

  static final Row ODD_CLAIMS =
      assumed(
          "4. a claim's value is blank, longer than "
              + Claims.MAXIMUM_VALUE_LENGTH
              + " characters, holds control or invisible formatting characters, or begins or ends"
              + " with white space: the same 400",
          "the sandbox applies the library's own rules");

  static final Row EXPIRATION_AS_STRING =
      observed("`expirationTime` is a string", "guide; the reference says integer");

  private static final String IN_ORDER =
      "In this order, which is *assumed*: the gateway before the service, the caller before the"
          + " body.";

  private ServiceTokenRows() {}

  static Section section() {
    return new Section(
        "POST /servicetoken",
        List.of(
            new Part(IN_ORDER, requests()),
            new Part("Registered, unless the settings say otherwise:", PurposeRows.rows()),
            new Part("The answer, 200:", answers())));
  }

  private static List<Row> requests() {
    return List.of(
        documented(
            "1. a bearer that the sandbox did not sign, or that is no access token: "
                + fault(Refusal.INVALID_ACCESS_TOKEN),
            "reference"),
        NO_BEARER,
        BEARER_IN_ANY_CASE,
        documented(
            "2. an access token from its `exp` on: " + fault(Refusal.ACCESS_TOKEN_EXPIRED),
            "reference; that the second itself counts as expired is assumed"),
        documented(
            "3. the app lacks the role: %d with `timestamp`, `status`, `error` `%s`, `message`, `path`"
                .formatted(Refusal.NO_SYSTEM_ROLE.status(), Refusal.NO_SYSTEM_ROLE.code()),
            "reference"),
        FRONTEND_APPS_OWN_TOKEN,
        SCOPED_TOKEN,
        UNREADABLE_BODY,
        EXPIRATION_NO_INTEGER,
        documented("4. `expirationTime` in the past: the same 400", "reference"),
        EXPIRATION_NOW,
        assumed(
            "4. `expirationTime` beyond the year %d: the same 400"
                .formatted(Lifetime.LATEST.atZone(ZoneOffset.UTC).getYear()),
            "a mistake of units; no upper bound is published"),
        assumed(
            "any expiration in between is accepted",
            "the reference speaks of a year, its own sample lives 437 days"),
        documented("4. the purpose is missing or not registered: the same 400", "reference"),
        documented(
            "4. a mandatory claim is missing, or a claim is not one of the purpose's: the same 400",
            "reference"),
        ODD_CLAIMS,
        documented("one sentence for all of these mistakes", "reference"),
        observed(
            "time stamps have milliseconds and the offset `+00:00`, by the sandbox's clock",
            "reference"),
        observed("`path` is the full path of the request", "reference"));
  }

  private static List<Row> answers() {
    return List.of(
        documented("`purpose`, `expirationTime`, `token`", "reference"),
        EXPIRATION_AS_STRING,
        documented("it echoes the request", "reference, though its sample differs"));
  }
}
