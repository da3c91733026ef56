package dev.partnerauth.examples.jakartarest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a session's page sends with all that changes something. */
final class CsrfToken {

  private static final String IN_SESSION = CsrfToken.class.getName();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final @Nullable String expected;

  private CsrfToken(@Nullable String expected) {
    this.expected = expected;
  }

  /** The session's, if there is one. */
  static CsrfToken of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return new CsrfToken(session == null ? null : (String) session.getAttribute(IN_SESSION));
  }

  boolean is(@Nullable String sent) {
    return expected != null
        && sent != null
        && MessageDigest.isEqual(expected.getBytes(UTF_8), sent.getBytes(UTF_8));
  }

  /**
   * A new one for the session, as a cookie that the page can read. By way of servlets: a cookie of
   * Jakarta REST would take the place of the session's in Jersey's answer.
   */
  static void renew(HttpServletRequest request, HttpServletResponse response) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    request.getSession().setAttribute(IN_SESSION, token);
    Cookie cookie = new Cookie("XSRF-TOKEN", token);
    cookie.setPath("/");
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Strict");
    response.addCookie(cookie);
  }
}
