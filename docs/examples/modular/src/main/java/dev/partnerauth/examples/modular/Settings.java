package dev.partnerauth.examples.modular;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.violation.InvalidRequestException;
import java.util.Map;

/**
 * From the environment; what is missing is as the executable sandbox has it.
 *
 * @param port 0 for any free one
 */
record Settings(
    int port,
    BaseAddress platform,
    BackendApp backendApp,
    FrontendApp frontendApp,
    String templateId) {

  /**
   * @throws InvalidRequestException naming what is wrong, without repeating it
   */
  static Settings of(Map<String, String> environment) {
    return new Settings(
        Integer.parseInt(environment.getOrDefault("PORT", "8080")),
        BaseAddress.of(
                environment.getOrDefault(
                    "PARTNER_AUTH_BASE_URL", "http://127.0.0.1:8085/partners/v1/auth"))
            .getOrElseThrow(InvalidRequestException::new),
        BackendApp.of(
                environment.getOrDefault("PARTNER_AUTH_BACKEND_KEY", "backend-key"),
                environment.getOrDefault("PARTNER_AUTH_BACKEND_SECRET", "backend-secret"))
            .getOrElseThrow(InvalidRequestException::new),
        FrontendApp.of(
                environment.getOrDefault("PARTNER_AUTH_FRONTEND_KEY", "frontend-key"),
                environment.getOrDefault("PARTNER_AUTH_FRONTEND_SECRET", "frontend-secret"))
            .getOrElseThrow(InvalidRequestException::new),
        environment.getOrDefault(
            "PARTNER_AUTH_TEMPLATE_ID", "04d9d0ba-3113-40d3-9a4e-e7b226a72154"));
  }
}
