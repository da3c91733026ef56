package dev.partnerauth.examples.modular;

import com.google.gson.JsonObject;
import dev.partnerauth.Delegation;
import dev.partnerauth.failure.AuthException;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceTokenRequest;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Hands a page the token of one interview, and never the general one. Whoever gets here sent our
 * page's CSRF token ({@link CsrfFilter}), is signed in ({@link SignedInFilter}) and owns the
 * interview ({@link InterviewServlet}).
 */
final class HandOutServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Lifetime LIFETIME = Lifetime.of(Duration.ofHours(2));
  private static final Duration MINIMUM_REMAINING = Duration.ofMinutes(10);

  private final transient Delegation delegation;
  private final transient RateLimit limit = new RateLimit();

  HandOutServlet(Delegation delegation) {
    this.delegation = delegation;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    if (limit.refuses(request, response)) {
      return;
    }

    ScopedAccessToken token =
        delegation
            .delegate(
                ServiceTokenRequest.forInterview(InterviewServlet.interview(request), LIFETIME),
                MINIMUM_REMAINING)
            .getOrElseThrow(AuthException::new);

    JsonObject answer = new JsonObject();
    answer.addProperty("token", token.reveal());
    answer.addProperty("expiresAt", token.expiresAt().toString());
    response.setContentType("application/json");
    response.getWriter().write(answer.toString());
  }
}
