package dev.partnerauth.testkit.fidelity;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.fidelity.Finding.Undecided;
import dev.partnerauth.testkit.fidelity.Findings.Step;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Of {@link ServiceTokenRows} and {@link PurposeRows}. */
final class ServiceTokenProbes {

  private static final int TRIES = 5;

  private ServiceTokenProbes() {}

  static List<Probe> all() {
    return List.of(
        new Probe(ServiceTokenRows.NO_BEARER, ServiceTokenProbes::noBearer),
        new Probe(ServiceTokenRows.BEARER_IN_ANY_CASE, ServiceTokenProbes::bearerInAnyCase),
        new Probe(ServiceTokenRows.FRONTEND_APPS_OWN_TOKEN, ServiceTokenProbes::frontendAppsToken),
        new Probe(ServiceTokenRows.SCOPED_TOKEN, ServiceTokenProbes::scopedToken),
        new Probe(ServiceTokenRows.UNREADABLE_BODY, ServiceTokenProbes::unreadableBody),
        new Probe(ServiceTokenRows.EXPIRATION_NO_INTEGER, ServiceTokenProbes::noInteger),
        new Probe(ServiceTokenRows.EXPIRATION_NOW, ServiceTokenProbes::expirationNow),
        new Probe(ServiceTokenRows.ODD_CLAIMS, ServiceTokenProbes::oddClaims),
        new Probe(PurposeRows.UPID_OF_AN_INTERVIEW, ServiceTokenProbes::upidOfAnInterview),
        new Probe(ServiceTokenRows.EXPIRATION_AS_STRING, ServiceTokenProbes::expirationAsString));
  }

  private static Finding noBearer(Partner partner) {
    Request bare = Request.serviceToken(partner.interview());
    return Findings.all(
        Stream.of(
            new Step("a request without Authorization", () -> unknown(partner, bare)),
            new Step("another scheme", () -> unknown(partner, bare.as("Basic", "cHJvYmU6"))),
            new Step(
                "an empty bearer",
                () -> unknown(partner, bare.header("Authorization", "Bearer ")))));
  }

  private static Finding unknown(Partner partner, Request request) {
    return Findings.refused(Refusal.INVALID_ACCESS_TOKEN, partner.send(request));
  }

  private static Finding bearerInAnyCase(Partner partner) {
    Request bare = Request.serviceToken(partner.interview());
    return Findings.all(
        Stream.of("bearer", "BEARER")
            .map(
                scheme ->
                    new Step(
                        scheme,
                        () ->
                            Findings.granted(
                                partner.send(bare.as(scheme, partner.generalToken()))))));
  }

  private static Finding frontendAppsToken(Partner partner) {
    return noRole(
        partner, partner.send(Request.accessToken(Partner.clientCredentials(partner.frontend()))));
  }

  private static Finding scopedToken(Partner partner) {
    return noRole(partner, partner.scopedToken());
  }

  private static Finding noRole(Partner partner, Either<Finding, Answer> bearer) {
    Request bare = Request.serviceToken(partner.interview());
    return Findings.refused(
        Refusal.NO_SYSTEM_ROLE,
        bearer
            .flatMap(answer -> Partner.granted("no token to try it with", answer))
            .flatMap(token -> partner.send(bare.as("Bearer", token))));
  }

  private static Finding unreadableBody(Partner partner) {
    return Findings.all(
        Stream.of(
            bad(partner, "a JSON array", new JsonArray()),
            bad(partner, "a claim that is a number", with(partner, claim(), new JsonPrimitive(1))),
            bad(partner, "a claim that is null", with(partner, claim(), JsonNull.INSTANCE))));
  }

  private static Finding noInteger(Partner partner) {
    JsonObject missing = partner.interview();
    long seconds = missing.remove("expirationTime").getAsLong();
    String scientific = BigDecimal.valueOf(seconds, 9).toPlainString() + "e9";
    return Findings.all(
        Stream.of(
            bad(partner, "no expirationTime", missing),
            bad(partner, "a string", expiring(partner, new JsonPrimitive(Long.toString(seconds)))),
            bad(partner, "an exponent", expiring(partner, JsonParser.parseString(scientific)))));
  }

  private static Finding expirationNow(Partner partner) {
    return expirationNow(partner, partner.now().getEpochSecond(), TRIES);
  }

  /** Decided only by an answer that was sent in the very second that was asked for. */
  private static Finding expirationNow(Partner partner, long second, int tries) {
    Either<Finding, Answer> came =
        partner.serviceToken(expiring(partner, new JsonPrimitive(second)));
    if (came.isLeft()) {
      return came.getLeft();
    }
    Optional<Long> answered = came.get().date().map(Instant::getEpochSecond);
    if (answered.equals(Optional.of(second))) {
      return Findings.refused(Refusal.BAD_SERVICE_TOKEN_REQUEST, came);
    }
    return answered.isPresent() && tries > 1
        ? expirationNow(partner, answered.get(), tries - 1)
        : new Undecided("no answer was sent in the second that was asked for");
  }

  private static Finding oddClaims(Partner partner) {
    return Findings.all(
        Stream.of(
            bad(partner, "a blank claim", claiming(partner, " ")),
            bad(
                partner,
                "a claim that is too long",
                claiming(partner, "x".repeat(Claims.MAXIMUM_VALUE_LENGTH + 1))),
            bad(partner, "a control character", claiming(partner, "user\u00071")),
            bad(partner, "an invisible character", claiming(partner, "user\u200b1")),
            bad(partner, "a claim that ends with white space", claiming(partner, "user-1 "))));
  }

  private static Finding upidOfAnInterview(Partner partner) {
    return Findings.granted(
        partner.serviceToken(with(partner, ClaimName.UPID.value(), new JsonPrimitive("party-1"))));
  }

  private static Finding expirationAsString(Partner partner) {
    return partner
        .serviceToken(partner.interview())
        .fold(
            nothing -> nothing,
            answer ->
                Findings.compared(
                    answer
                        .field("expirationTime")
                        .filter(value -> value instanceof JsonPrimitive text && text.isString())
                        .isPresent(),
                    answer.told("expirationTime")));
  }

  private static Step bad(Partner partner, String sent, JsonElement body) {
    Request request = Request.serviceToken(body).as("Bearer", partner.generalToken());
    return new Step(
        sent, () -> Findings.refused(Refusal.BAD_SERVICE_TOKEN_REQUEST, partner.send(request)));
  }

  private static String claim() {
    return ClaimName.PARTNER_END_USER_ID.value();
  }

  private static JsonObject claiming(Partner partner, String value) {
    return with(partner, claim(), new JsonPrimitive(value));
  }

  private static JsonObject expiring(Partner partner, JsonElement expirationTime) {
    return with(partner, "expirationTime", expirationTime);
  }

  private static JsonObject with(Partner partner, String field, JsonElement value) {
    JsonObject body = partner.interview();
    body.add(field, value);
    return body;
  }
}
