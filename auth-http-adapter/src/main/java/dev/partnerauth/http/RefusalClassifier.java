package dev.partnerauth.http;

import dev.partnerauth.failure.AdministratorFailure;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.ProtocolFailure;
import dev.partnerauth.failure.TransientFailure;
import dev.partnerauth.http.wire.ErrorAnswer;
import java.util.Locale;

/**
 * Tells what an answer that does not say success means (contract sections 2 and 3): by error code
 * first, since the gateway limits rates with status 500 too, by status second, and by message only
 * where several refusals share a status.
 */
record RefusalClassifier(Endpoint endpoint, boolean exchange) {

  AuthFailure classify(int status, ErrorAnswer error, ForeignText message, Facts facts) {
    String code = error.code().orElse("");
    if (code.startsWith("policies.ratelimit.") || status == 429) {
      return new TransientFailure.RateLimited(facts);
    }
    // Under 404 the gateway says that it knows no such address, which no waiting mends.
    boolean gatewayTrouble = code.startsWith("messaging.adaptors.") && status != 404;
    if (gatewayTrouble || status >= 500 || status == 408) {
      return new TransientFailure.Unavailable(facts);
    }
    String text = error.text().orElse("").toLowerCase(Locale.ROOT);
    return endpoint == Endpoint.ACCESS_TOKEN
        ? atAccessToken(status, text, message, facts)
        : atServiceToken(status, code, text, message, facts);
  }

  private AuthFailure atAccessToken(int status, String text, ForeignText message, Facts facts) {
    return switch (status) {
      case 400 ->
          exchange && blamesTheCode(text)
              ? new CallerFailure.ServiceTokenRefused(message, facts)
              : unexpected(message, facts);
      case 401 -> new AdministratorFailure.InvalidCredentials(facts);
      case 403 ->
          text.contains("client")
              ? new AdministratorFailure.AppNotApproved(message, facts)
              : new AdministratorFailure.NotPermitted(message, facts);
      default -> unexpected(message, facts);
    };
  }

  /** In whatever language: what is not said of the grant type is said of the only other field. */
  private static boolean blamesTheCode(String text) {
    return !text.isEmpty() && !text.contains("grant_type");
  }

  private AuthFailure atServiceToken(
      int status, String code, String text, ForeignText message, Facts facts) {
    return switch (status) {
      case 400 -> new CallerFailure.ServiceTokenRequestRefused(message, facts);
      case 401 ->
          ErrorAnswer.isGatewayTokenCode(code)
              ? new CallerFailure.AccessTokenRefused(message, facts)
              : unexpected(message, facts);
      case 403 -> forbidden(text, message, facts);
      default -> unexpected(message, facts);
    };
  }

  private static AuthFailure forbidden(String text, ForeignText message, Facts facts) {
    if (text.contains("system roles")) {
      return new AdministratorFailure.MissingRole(facts);
    }
    if (text.contains("header")) {
      return new AdministratorFailure.HeaderNotAllowed(message, facts);
    }
    return text.contains("claim")
        ? new CallerFailure.ClaimNotAllowed(message, facts)
        : new AdministratorFailure.NotPermitted(message, facts);
  }

  private AuthFailure unexpected(ForeignText message, Facts facts) {
    return new ProtocolFailure.UnexpectedAnswer(message, facts);
  }
}
