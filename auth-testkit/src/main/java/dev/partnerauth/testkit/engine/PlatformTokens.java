package dev.partnerauth.testkit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.partnerauth.testkit.SandboxApp;
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
 * needs them to.
 */
final class PlatformTokens {

  private static final String ISSUER = "rocketlawyer.com";
  private static final String ACCESS_TOKENS = "rocketlawyer.com/access-tokens";
  private static final String SERVICE_TOKENS = "rocketlawyer.com/service-tokens";

  private final TokenMint mint = new TokenMint(newKey());
  private final AtomicLong issued = new AtomicLong();

  /** What an access token says of itself. */
  record OpenedAccessToken(String apiClientId, Instant expiration, boolean scoped) {}

  String accessToken(
      SandboxApp app, Instant now, Instant expiration, Optional<JsonObject> serviceData) {
    JsonObject payload = payload(ACCESS_TOKENS, now, expiration);
    payload.addProperty("rl_api_client_id", app.applicationName());
    payload.add("rl_user_id", JsonNull.INSTANCE);
    payload.add("srv", serviceData.<JsonElement>map(data -> data).orElse(JsonNull.INSTANCE));
    payload.add("ci", JsonNull.INSTANCE);
    return mint.sign(payload);
  }

  String serviceToken(SandboxApp app, PurposeRequest request, Instant now, Instant expiration) {
    JsonObject serviceData = new JsonObject();
    serviceData.addProperty("originalTenantId", uuid("tenant"));
    serviceData.addProperty("expirationTime", expiration.getEpochSecond());
    serviceData.addProperty("partnerId", uuid("partner"));
    serviceData.addProperty("originalClientId", app.applicationName());
    serviceData.addProperty("purpose", request.purpose().orElseThrow());
    serviceData.addProperty("brandId", uuid("brand"));
    request.claims().forEach(serviceData::addProperty);
    JsonObject payload = payload(SERVICE_TOKENS, now, expiration);
    payload.add("srv", serviceData);
    return mint.sign(payload);
  }

  private JsonObject payload(String audience, Instant now, Instant expiration) {
    JsonObject payload = new JsonObject();
    payload.addProperty("iss", ISSUER);
    payload.addProperty("aud", audience);
    payload.addProperty("exp", expiration.getEpochSecond());
    payload.addProperty("iat", now.getEpochSecond());
    payload.addProperty("jti", Long.toString(issued.incrementAndGet()));
    return payload;
  }

  Optional<OpenedAccessToken> openAccessToken(String token) {
    return mint.open(token)
        .filter(payload -> isFor(ACCESS_TOKENS, payload))
        .map(
            payload ->
                new OpenedAccessToken(
                    payload.get("rl_api_client_id").getAsString(),
                    expiration(payload),
                    payload.get("srv") instanceof JsonObject));
  }

  /** The {@code srv} object of a service token that still lives. */
  Optional<JsonObject> openServiceToken(String token, Instant now) {
    return mint.open(token)
        .filter(payload -> isFor(SERVICE_TOKENS, payload))
        .filter(payload -> now.isBefore(expiration(payload)))
        .map(payload -> payload.getAsJsonObject("srv"));
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

  private static boolean isFor(String audience, JsonObject payload) {
    return new JsonPrimitive(audience).equals(payload.get("aud"));
  }

  private static Instant expiration(JsonObject payload) {
    return Instant.ofEpochSecond(payload.get("exp").getAsLong());
  }

  private static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
  }
}
