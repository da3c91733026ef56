package dev.partnerauth.testkit.fidelity;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.testkit.engine.TokenFacts;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.fidelity.Findings.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Of {@link AccessTokenRows}. */
final class AccessTokenProbes {

  private AccessTokenProbes() {}

  static List<Probe> all() {
    return List.of(
        new Probe(AccessTokenRows.UNREADABLE_BODY, AccessTokenProbes::unreadableBody),
        new Probe(AccessTokenRows.MISSING_CREDENTIALS, AccessTokenProbes::missingCredentials),
        new Probe(AccessTokenRows.BACKEND_APP_EXCHANGES, AccessTokenProbes::backendAppExchanges),
        new Probe(AccessTokenRows.UNKNOWN_CODE, AccessTokenProbes::unknownCode),
        new Probe(AccessTokenRows.APPS_OF_EITHER_SCOPE, AccessTokenProbes::appsOfEitherScope),
        new Probe(AccessTokenRows.EXCHANGED_AGAIN, AccessTokenProbes::exchangedAgain),
        new Probe(AccessTokenRows.UNUSED_FIELDS, AccessTokenProbes::unusedFields),
        new Probe(AccessTokenRows.EXPIRES_IN, AccessTokenProbes::expiresIn));
  }

  private static Finding unreadableBody(Partner partner) {
    JsonObject number = Partner.clientCredentials(partner.backend());
    number.addProperty("grant_type", 1);
    return Findings.all(
        Stream.of(
            new Step("a body that is no JSON", () -> noGrantType(partner, text("not JSON"))),
            new Step("a JSON array", () -> noGrantType(partner, text("[]"))),
            new Step(
                "a grant_type that is a number",
                () -> noGrantType(partner, Request.accessToken(number)))));
  }

  private static Request text(String body) {
    return Request.of("POST", Endpoint.ACCESS_TOKEN.path(), body);
  }

  private static Finding noGrantType(Partner partner, Request request) {
    return Findings.refused(Refusal.INVALID_GRANT_TYPE, partner.send(request));
  }

  private static Finding missingCredentials(Partner partner) {
    return Findings.all(
        Stream.of("client_id", "client_secret").map(field -> without(field, partner)));
  }

  private static Step without(String field, Partner partner) {
    JsonObject fields = Partner.clientCredentials(partner.backend());
    fields.remove(field);
    return new Step(
        "a request without " + field,
        () ->
            Findings.refused(
                Refusal.INVALID_CREDENTIALS, partner.send(Request.accessToken(fields))));
  }

  private static Finding backendAppExchanges(Partner partner) {
    return Findings.refused(
        Refusal.INVALID_CREDENTIALS,
        partner.serviceToken().flatMap(code -> partner.exchange(partner.backend(), code)));
  }

  private static Finding unknownCode(Partner partner) {
    return Findings.refused(
        Refusal.INVALID_CODE, partner.exchange(partner.frontend(), "no-service-token"));
  }

  private static Finding appsOfEitherScope(Partner partner) {
    return Findings.granted(
        partner.send(Request.accessToken(Partner.clientCredentials(partner.frontend()))));
  }

  private static Finding exchangedAgain(Partner partner) {
    return Findings.granted(
        partner
            .serviceToken()
            .flatMap(
                code ->
                    partner
                        .exchange(partner.frontend(), code)
                        .flatMap(first -> Partner.granted("not exchanged even once", first))
                        .flatMap(exchanged -> partner.exchange(partner.frontend(), code))));
  }

  private static Finding unusedFields(Partner partner) {
    JsonObject fields = Partner.clientCredentials(partner.backend());
    fields.addProperty("code", "no-service-token");
    fields.addProperty("unheardOf", "nothing");
    return Findings.granted(partner.send(Request.accessToken(fields)));
  }

  private static Finding expiresIn(Partner partner) {
    long seconds = TokenFacts.LIFETIME.minus(TokenFacts.SPENT).toSeconds();
    return Findings.compared(
        partner
            .general()
            .field("expires_in")
            .equals(Optional.of(new JsonPrimitive(Long.toString(seconds)))),
        partner.general().told("expires_in"));
  }
}
