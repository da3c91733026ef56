package dev.partnerauth.examples.modular;

import dev.partnerauth.failure.AuthException;
import dev.partnerauth.failure.AuthFailure;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log why the platform did not help, and the page only whether to come back. */
final class FailureFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(FailureFilter.class);

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (AuthException e) {
      AuthFailure failure = e.failure();
      LOG.warn("{}", failure.describe());
      answer(response, failure.retryAfterSeconds());
    } catch (PlatformException e) {
      LOG.warn("{}", e.getMessage());
      answer(response, e.mayPass() ? OptionalLong.of(1) : OptionalLong.empty());
    } catch (RuntimeException e) {
      LOG.error("An answer failed", e);
      answer(response, OptionalLong.empty());
    }
  }

  private static void answer(HttpServletResponse response, OptionalLong wait) {
    if (wait.isPresent()) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.setHeader("Retry-After", Long.toString(wait.getAsLong()));
    } else {
      response.setStatus(HttpServletResponse.SC_BAD_GATEWAY);
    }
  }
}
