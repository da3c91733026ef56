package dev.partnerauth.examples.jakartarest;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.violation.InvalidRequestException;
import java.net.URI;
import java.util.Map;

/** Checked where they are read, in the library's own words; prints no secret, since apps do not. */
record Settings(BaseAddress base, BackendApp backend, FrontendApp frontend, String templateId) {

  /**
   * @param environment what it lacks is as the sandbox has it
   * @throws InvalidRequestException when a value cannot be right
   */
  static Settings from(Map<String, String> environment) {
    return new Settings(
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

  URI rocketDocument() {
    return base.uri().resolve("/rocketdoc/v2");
  }
}
