package dev.partnerauth.examples.plain;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.violation.InvalidRequestException;
import dev.partnerauth.violation.Violation;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the platform is and who we are there. Prints no secret, since the apps print none.
 *
 * @param port where we listen
 * @param https whether browsers reach us by HTTPS, so that cookies can insist on it
 */
record Settings(
    BaseAddress base,
    BackendApp backend,
    FrontendApp frontend,
    String templateId,
    int port,
    boolean https) {

  private static final Map<String, String> LOCAL_SANDBOX =
      Map.of(
          "PARTNER_AUTH_BASE_URL", "http://127.0.0.1:8085/partners/v1/auth",
          "PARTNER_AUTH_BACKEND_KEY", "backend-key",
          "PARTNER_AUTH_BACKEND_SECRET", "backend-secret",
          "PARTNER_AUTH_FRONTEND_KEY", "frontend-key",
          "PARTNER_AUTH_FRONTEND_SECRET", "frontend-secret",
          "PARTNER_AUTH_TEMPLATE_ID", "04d9d0ba-3113-40d3-9a4e-e7b226a72154");

  /**
   * From environment variables. Where {@code PARTNER_AUTH_BASE_URL} is not set, they are as {@code
   * partner-auth.jar sandbox --port 8085} has them; where it is, none has a default that is about
   * the platform.
   *
   * @throws InvalidRequestException naming what is wrong, and its cure, without repeating it
   */
  static Settings of(Map<String, String> environment) {
    Map<String, String> set =
        new HashMap<>(environment.containsKey("PARTNER_AUTH_BASE_URL") ? Map.of() : LOCAL_SANDBOX);
    set.putAll(environment);
    return new Settings(
        BaseAddress.of(value(set, "PARTNER_AUTH_BASE_URL"))
            .getOrElseThrow(InvalidRequestException::new),
        BackendApp.of(
                value(set, "PARTNER_AUTH_BACKEND_KEY"), value(set, "PARTNER_AUTH_BACKEND_SECRET"))
            .getOrElseThrow(InvalidRequestException::new),
        FrontendApp.of(
                value(set, "PARTNER_AUTH_FRONTEND_KEY"), value(set, "PARTNER_AUTH_FRONTEND_SECRET"))
            .getOrElseThrow(InvalidRequestException::new),
        value(set, "PARTNER_AUTH_TEMPLATE_ID"),
        port(environment.getOrDefault("PORT", "8080")),
        Boolean.parseBoolean(environment.getOrDefault("HTTPS", "false")));
  }

  private static String value(Map<String, String> set, String name) {
    return Optional.ofNullable(set.get(name))
        .orElseThrow(() -> new InvalidRequestException(new Violation.Blank(name)));
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new InvalidRequestException(
          new Violation.Malformed("PORT", "is not a number", "a port such as 8080"));
    }
  }

  /** Where interviews are kept. */
  URI rocketDocument() {
    return base.root().resolve("/rocketdoc/v2");
  }
}
