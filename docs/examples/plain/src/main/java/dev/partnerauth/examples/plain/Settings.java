package dev.partnerauth.examples.plain;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.violation.InvalidRequestException;
import java.net.URI;
import java.util.Map;

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

  /**
   * From environment variables; what is not set is as {@code partner-auth.jar sandbox --port 8085}
   * has it.
   *
   * @throws InvalidRequestException naming what is wrong, and its cure
   */
  static Settings of(Map<String, String> environment) {
    return new Settings(
        BaseAddress.of(
                environment.getOrDefault(
                    "PLATFORM_BASE_URL", "http://127.0.0.1:8085/partners/v1/auth"))
            .getOrElseThrow(InvalidRequestException::new),
        BackendApp.of(
                environment.getOrDefault("BACKEND_KEY", "backend-key"),
                environment.getOrDefault("BACKEND_SECRET", "backend-secret"))
            .getOrElseThrow(InvalidRequestException::new),
        FrontendApp.of(
                environment.getOrDefault("FRONTEND_KEY", "frontend-key"),
                environment.getOrDefault("FRONTEND_SECRET", "frontend-secret"))
            .getOrElseThrow(InvalidRequestException::new),
        environment.getOrDefault("TEMPLATE_ID", "04d9d0ba-3113-40d3-9a4e-e7b226a72154"),
        Integer.parseInt(environment.getOrDefault("PORT", "8080")),
        Boolean.parseBoolean(environment.getOrDefault("HTTPS", "false")));
  }

  /** Where interviews are kept. */
  URI rocketDocument() {
    return base.uri().resolve("/rocketdoc/v2");
  }
}
