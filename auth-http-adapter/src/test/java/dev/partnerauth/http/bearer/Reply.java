package dev.partnerauth.http.bearer;

import java.util.Optional;

/** What a server answers, and what a client makes of it. */
record Reply(int status, String type, String body, Optional<String> location) {

  private static final String JSON = "application/json";

  static Reply ok() {
    return new Reply(200, "text/plain", "welcome", Optional.empty());
  }

  static Reply redirect(String location) {
    return new Reply(307, "text/plain", "over there", Optional.of(location));
  }

  static Reply unauthorized(String type, String body) {
    return new Reply(401, type, body, Optional.empty());
  }

  /** As the gateway says that it does not know a token. */
  static Reply tokenRefused() {
    return unauthorized(
        JSON,
        "{\"fault\":{\"faultstring\":\"Invalid Access Token\",\"detail\":{\"errorcode\":"
            + "\"keymanagement.service.invalid_access_token\"}}}");
  }

  /** As a service behind the gateway refuses what was asked. */
  static Reply refusedBehindTheGateway() {
    return unauthorized(JSON, "{\"error\":\"Unauthorized\",\"message\":\"not your interview\"}");
  }
}
