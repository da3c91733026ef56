package dev.partnerauth.testkit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.partnerauth.testkit.journal.Lineage;
import dev.partnerauth.token.DelegatedPurpose;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The JWTs of the platform, with the claims of the published samples (contract section 4). One is
 * added: {@code jti}, so that two tokens issued within one second differ, as a test of renewal
 * needs them to, and so that a token tells which others it comes from. Thread-safe.
 */
final class PlatformTokens {

  private static final String TENANT = uuid("tenant");
  private static final String PARTNER = uuid("partner");
  private static final String BRAND = uuid("brand");

  private final TokenMint mint = new TokenMint(newKey());
  private final AtomicLong issued = new AtomicLong();

  /** A token as it was signed. */
  record Minted(String text, Lineage lineage) {}

  /**
   * @param apiClientId the app that obtains it, by the platform's own id
   * @param exchanged what a scoped one is made of
   */
  Minted accessToken(
      String apiClientId,
      Instant now,
      Instant expiration,
      Optional<OpenedToken.ForService> exchanged) {
    Lineage lineage = next(exchanged.map(OpenedToken.ForService::lineage));
    JsonObject payload = payload(TokenFacts.FOR_ACCESS, now, expiration, lineage);
    payload.addProperty("rl_api_client_id", apiClientId);
    payload.add("rl_user_id", JsonNull.INSTANCE);
    payload.add(
        "srv",
        exchanged.<JsonElement>map(OpenedToken.ForService::serviceData).orElse(JsonNull.INSTANCE));
    payload.add("ci", JsonNull.INSTANCE);
    return new Minted(mint.sign(payload), lineage);
  }

  /**
   * @param apiClientId the app that requests it, by the platform's own id
   * @param with the access token that it is made with
   */
  Minted serviceToken(
      String apiClientId, Lineage with, PurposeRequest request, Instant now, Instant expiration) {
    JsonObject serviceData = new JsonObject();
    serviceData.addProperty("originalTenantId", TENANT);
    serviceData.addProperty("expirationTime", expiration.getEpochSecond());
    serviceData.addProperty("partnerId", PARTNER);
    serviceData.addProperty("originalClientId", apiClientId);
    serviceData.addProperty("purpose", request.purpose().orElseThrow());
    serviceData.addProperty("brandId", BRAND);
    request.claims().forEach(serviceData::addProperty);
    Lineage lineage = next(Optional.of(with));
    JsonObject payload = payload(TokenFacts.FOR_SERVICE, now, expiration, lineage);
    payload.add("srv", serviceData);
    return new Minted(mint.sign(payload), lineage);
  }

  private Lineage next(Optional<Lineage> parent) {
    long number = issued.incrementAndGet();
    return parent.map(made -> made.child(number)).orElseGet(() -> Lineage.of(number));
  }

  private static JsonObject payload(
      String audience, Instant now, Instant expiration, Lineage lineage) {
    JsonObject payload = new JsonObject();
    payload.addProperty("iss", TokenFacts.ISSUER);
    payload.addProperty("aud", audience);
    payload.addProperty("exp", expiration.getEpochSecond());
    payload.addProperty("iat", now.getEpochSecond());
    payload.addProperty("jti", lineage.toString());
    return payload;
  }

  /** Nothing when it was not signed here. */
  Optional<OpenedToken> open(String token) {
    return mint.open(token).map(PlatformTokens::opened);
  }

  private static OpenedToken opened(JsonObject payload) {
    Instant expiration = Instant.ofEpochSecond(payload.get("exp").getAsLong());
    Lineage lineage = Lineage.parse(payload.get("jti").getAsString()).orElseThrow();
    JsonElement serviceData = payload.get("srv");
    return payload.get("aud").getAsString().equals(TokenFacts.FOR_SERVICE)
        ? new OpenedToken.ForService(serviceData.getAsJsonObject(), expiration, lineage)
        : new OpenedToken.ForAccess(
            payload.get("rl_api_client_id").getAsString(),
            Optional.of(serviceData)
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject),
            expiration,
            lineage);
  }

  /** What the {@code srv} object of a service token delegates. */
  static Optional<DelegatedPurpose> delegated(JsonObject serviceData) {
    Map<String, String> members = new LinkedHashMap<>();
    serviceData
        .entrySet()
        .forEach(member -> members.put(member.getKey(), member.getValue().getAsString()));
    return DelegatedPurpose.ofServiceData(members);
  }

  /** Each platform has its own, so that no sandbox takes another's tokens. */
  private static byte[] newKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return key;
  }

  private static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
  }
}
