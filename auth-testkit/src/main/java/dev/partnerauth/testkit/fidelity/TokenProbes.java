package dev.partnerauth.testkit.fidelity;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.partnerauth.testkit.engine.TokenFacts;
import dev.partnerauth.testkit.fidelity.Finding.Undecided;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Of {@link TokenRows}. */
final class TokenProbes {

  private TokenProbes() {}

  static List<Probe> all() {
    return List.of(
        new Probe(TokenRows.LIFE_OF_A_SCOPED_TOKEN, TokenProbes::lifeOfAScopedToken),
        new Probe(TokenRows.APP_OF_A_TOKEN, TokenProbes::appOfAToken),
        new Probe(TokenRows.GENERAL_TOKENS_DELEGATE_NOTHING, TokenProbes::delegatesNothing));
  }

  /** The published samples differ by a second. */
  private static Finding lifeOfAScopedToken(Partner partner) {
    long tenHours = TokenFacts.LIFETIME.toSeconds();
    return partner
        .scopedToken()
        .fold(
            nothing -> nothing,
            answer ->
                Findings.compared(
                    LongStream.rangeClosed(tenHours - 2, tenHours)
                        .mapToObj(Long::toString)
                        .map(Optional::of)
                        .anyMatch(answer.text("expires_in")::equals),
                    answer.told("expires_in")));
  }

  private static Finding appOfAToken(Partner partner) {
    Answer general = partner.general();
    return read(
        general,
        payload ->
            Findings.compared(
                general.field("application_name").equals(member(payload, "rl_api_client_id")),
                "two different values"));
  }

  private static Finding delegatesNothing(Partner partner) {
    return read(
        partner.general(),
        payload ->
            Findings.compared(
                member(payload, "srv").filter(JsonElement::isJsonNull).isPresent(),
                member(payload, "srv").isEmpty() ? "no srv" : "srv with something in it"));
  }

  private static Optional<JsonElement> member(JsonObject payload, String name) {
    return Optional.ofNullable(payload.get(name));
  }

  private static Finding read(Answer answer, Function<JsonObject, Finding> reading) {
    return answer
        .payload()
        .map(reading)
        .orElseGet(() -> new Undecided("the token is no JWT that can be read"));
  }
}
