package dev.partnerauth.examples.jakartarest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the page sends with all that changes something: the session's, or before the sign-in the
 * cookie's, so that whoever only looks at the page costs no session.
 */
final class CsrfToken {

  private static final String COOKIE = "XSRF-TOKEN";
  private static final String IN_SESSION = CsrfToken.class.getName();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final @Nullable String expected;

  private CsrfToken(@Nullable String expected) {
    this.expected = expected;
  }

  static CsrfToken of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return new CsrfToken(
        session == null ? inCookie(request) : (String) session.getAttribute(IN_SESSION));
  }

  private static @Nullable String inCookie(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .findFirst()
        .orElse(null);
  }

  boolean is(@Nullable String sent) {
    return expected != null
        && sent != null
        && MessageDigest.isEqual(expected.getBytes(UTF_8), sent.getBytes(UTF_8));
  }

  /**
   * A new one, for the session if there is one, as a cookie that the page can read. By way of
   * servlets: a cookie of Jakarta REST would take the place of the session's in Jersey's answer.
   */
  static void renew(HttpServletRequest request, HttpServletResponse response) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.setAttribute(IN_SESSION, token);
    }
    Cookie cookie = new Cookie(COOKIE, token);
    cookie.setPath("/");
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Strict");
    response.addCookie(cookie);
  }
}
