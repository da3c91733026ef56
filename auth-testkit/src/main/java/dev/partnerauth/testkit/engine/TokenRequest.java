package dev.partnerauth.testkit.engine;

import java.util.Optional;

/** What {@code /accesstoken} is asked, field by field as it came. */
public record TokenRequest(
    Optional<String> grantType,
    Optional<String> clientId,
    Optional<String> clientSecret,
    Optional<String> code) {

  public static final String CLIENT_CREDENTIALS = "client_credentials";
  public static final String AUTHORIZATION_CODE = "authorization_code";

  @Override
  public String toString() {
    return "TokenRequest[" + grantType + ", " + clientId + "]";
  }
}
