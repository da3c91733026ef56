package dev.partnerauth.testkit.server;

import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.testkit.SandboxSettings;
import dev.partnerauth.testkit.engine.PlatformEngine;
import java.util.Optional;

/** Which path asks the engine for what. */
final class PlatformRoutes {

  static final String BASE = "/partners/v1/auth";
  private static final String ACCESS_TOKEN = BASE + Endpoint.ACCESS_TOKEN.path();
  private static final String SERVICE_TOKEN = BASE + Endpoint.SERVICE_TOKEN.path();

  private final SandboxSettings settings;
  private final PlatformEngine engine;

  PlatformRoutes(SandboxSettings settings) {
    this.settings = settings;
    this.engine = new PlatformEngine(settings);
  }

  WireAnswer answer(String method, String path, Optional<String> authorization, String body) {
    boolean known = path.equals(ACCESS_TOKEN) || path.equals(SERVICE_TOKEN);
    if (!known) {
      return WireAnswer.problem(
          404,
          "No such path",
          "The sandbox serves POST " + ACCESS_TOKEN + " and POST " + SERVICE_TOKEN + ".");
    }
    if (!method.equals("POST")) {
      return WireAnswer.problem(405, "Method not allowed", "Use POST.");
    }
    return path.equals(ACCESS_TOKEN) ? accessToken(body) : serviceToken(authorization, body);
  }

  private WireAnswer accessToken(String body) {
    return engine
        .accessToken(WireFormat.tokenRequest(body))
        .fold(
            refusal -> WireFormat.refusal(refusal, settings.time().now(), ACCESS_TOKEN),
            WireFormat::bearerToken);
  }

  private WireAnswer serviceToken(Optional<String> authorization, String body) {
    return engine
        .serviceToken(
            authorization.flatMap(PlatformRoutes::bearer), WireFormat.purposeRequest(body))
        .fold(
            refusal -> WireFormat.refusal(refusal, settings.time().now(), SERVICE_TOKEN),
            WireFormat::serviceToken);
  }

  /** The scheme's name is not case-sensitive (RFC 9110 section 11.1). */
  private static Optional<String> bearer(String authorization) {
    return authorization.regionMatches(true, 0, "Bearer ", 0, 7)
        ? Optional.of(authorization.substring(7).strip())
        : Optional.empty();
  }
}
