package dev.partnerauth.examples.modular;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what changes something and does not come from our own page: the browser adds the cookies
 * whoever asks, but only our page can read the session's token and repeat it in a header.
 */
final class CsrfFilter extends HttpFilter {

  static final String SESSION_ATTRIBUTE = "csrf";

  private static final long serialVersionUID = 1L;
  private static final String HEADER = "X-XSRF-TOKEN";
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (HARMLESS.contains(request.getMethod()) || comesFromOurPage(request)) {
      chain.doFilter(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private static boolean comesFromOurPage(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
        && areEqual(request.getHeader(HEADER), session.getAttribute(SESSION_ATTRIBUTE));
  }

  private static boolean areEqual(@Nullable String sent, @Nullable Object expected) {
    return sent != null
        && expected instanceof String token
        && MessageDigest.isEqual(sent.getBytes(UTF_8), token.getBytes(UTF_8));
  }
}
