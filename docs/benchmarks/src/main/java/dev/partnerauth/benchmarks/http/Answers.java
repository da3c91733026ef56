package dev.partnerauth.benchmarks.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.benchmarks.Samples;
import java.time.Instant;
import java.util.Base64;

/** Answers of the shape that the OpenAPI document publishes, with tokens as long as real ones. */
final class Answers {

  private static final Instant ISSUED = Instant.parse("2026-11-21T12:00:00Z");
  private static final long EXPIRATION = OurFlow.EXPIRATION.getEpochSecond();

  static final String ACCESS_TOKEN =
      """
      {
        "organization_name": "benchmark",
        "developer.email": "nobody@example.com",
        "issued_at": "%d",
        "client_id": "benchmark-backend",
        "token_type": "BearerToken",
        "access_token": "%s",
        "application_name": "0b1f6c52-53d5-4d53-9c35-0d8f1b7a6f10",
        "expires_in": "35998",
        "api_product_list": [
          "interviews-sandbox",
          "rocketdocuments-sandbox",
          "binders-sandbox"
        ]
      }
      """
          .formatted(ISSUED.toEpochMilli(), jwt("access-tokens"));

  static final String SERVICE_TOKEN =
      """
      {
        "purpose": "api.rocketlawyer.com/rocketdoc",
        "expirationTime": %d,
        "token": "%s"
      }
      """
          .formatted(EXPIRATION, jwt("service-tokens"));

  private Answers() {}

  /** About 1,000 characters in three parts. */
  private static String jwt(String audience) {
    String payload =
        """
        {"iss":"rocketlawyer.com","aud":"rocketlawyer.com/%s","exp":%d,"iat":%d,\
        "srv":{"expirationTime":%d,"purpose":"api.rocketlawyer.com/rocketdoc",\
        "partnerEndUserId":"%s","interviewId":"%s"}}"""
            .formatted(
                audience,
                EXPIRATION,
                ISSUED.getEpochSecond(),
                EXPIRATION,
                Samples.text(1, 420),
                Samples.text(2, 36));
    return part("{\"typ\":\"JWT\",\"alg\":\"HS256\"}") + "." + part(payload) + "." + signature();
  }

  private static String part(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }

  private static String signature() {
    return Samples.text(3, 43);
  }
}
