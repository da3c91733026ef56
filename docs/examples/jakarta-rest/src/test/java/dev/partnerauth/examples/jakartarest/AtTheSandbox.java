package dev.partnerauth.examples.jakartarest;

import dev.partnerauth.testkit.AuthSandbox;
import java.util.Map;

final class AtTheSandbox {

  private AtTheSandbox() {}

  static Settings settings(AuthSandbox platform, String backendSecret) {
    return Settings.from(
        Map.of(
            "PARTNER_AUTH_BASE_URL", platform.base().toString(),
            "PARTNER_AUTH_BACKEND_KEY", "backend-key",
            "PARTNER_AUTH_BACKEND_SECRET", backendSecret,
            "PARTNER_AUTH_FRONTEND_KEY", "frontend-key",
            "PARTNER_AUTH_FRONTEND_SECRET", "frontend-secret",
            "PARTNER_AUTH_TEMPLATE_ID", "04d9d0ba-3113-40d3-9a4e-e7b226a72154"));
  }
}
