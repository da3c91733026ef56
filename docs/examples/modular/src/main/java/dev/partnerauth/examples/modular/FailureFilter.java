package dev.partnerauth.examples.modular;

import dev.partnerauth.failure.AuthException;
import dev.partnerauth.failure.AuthFailure;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log why the platform did not help, and the page only whether to come back. */
final class FailureFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(FailureFilter.class);
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (AuthException e) {
      AuthFailure failure = e.failure();
      LOG.warn("{}", failure.describe());
      answer(response, failure.retryable(), failure.retryAfter().orElse(A_MOMENT));
    } catch (PlatformException e) {
      LOG.warn("{}", e.getMessage());
      answer(response, e.mayPass(), A_MOMENT);
    }
  }

  private static void answer(HttpServletResponse response, boolean mayPass, Duration wait) {
    if (mayPass) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.setHeader("Retry-After", Seconds.atLeast(wait));
    } else {
      response.setStatus(HttpServletResponse.SC_BAD_GATEWAY);
    }
  }
}
