package dev.partnerauth.testkit.fault;

/**
 * How the platform refuses (contract sections 2 and 3): status, code and text, in one of two
 * shapes.
 *
 * @since 0.1.0
 */
public enum Refusal {
  INVALID_GRANT_TYPE(400, "Bad Request", "Missing or invalid grant_type"),
  INVALID_CODE(400, "Bad Request", "Missing or invalid code"),
  INVALID_CREDENTIALS(401, "Unauthorized", "Invalid Client Credentials"),
  APP_NOT_APPROVED(403, "Forbidden", "Invalid client: api_client_id is not approved"),
  ACCESS_TOKEN_EXPIRED(401, "keymanagement.service.access_token_expired", "Access Token expired"),
  INVALID_ACCESS_TOKEN(401, "keymanagement.service.invalid_access_token", "Invalid Access Token"),
  BAD_SERVICE_TOKEN_REQUEST(
      400,
      "BAD_REQUEST",
      "Request is missing mandatory fields or contains non-acceptable fields for purpose or purpose is invalid"),
  NO_SYSTEM_ROLE(
      403, "FORBIDDEN", "none of the system roles are authorized to request Service Tokens");

  private final int status;
  private final String code;
  private final String text;

  Refusal(int status, String code, String text) {
    this.status = status;
    this.code = code;
    this.text = text;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String text() {
    return text;
  }
}
