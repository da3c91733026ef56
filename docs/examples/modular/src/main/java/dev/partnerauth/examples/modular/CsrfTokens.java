package dev.partnerauth.examples.modular;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What only our own page can read and repeat: a session's own, or the cookie's as long as nobody is
 * signed in, so that a mere look at the page begins no session.
 */
final class CsrfTokens {

  private static final String COOKIE = "XSRF-TOKEN";
  private static final String HEADER = "X-XSRF-TOKEN";
  private static final String SESSION_ATTRIBUTE = "csrf";

  private final SecureRandom random = new SecureRandom();

  /** In a cookie that the page can read. */
  void show(HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = new Cookie(COOKIE, ofSession(request).orElseGet(this::drawn));
    cookie.setPath("/");
    cookie.setAttribute("SameSite", "Strict");
    response.addCookie(cookie);
  }

  /** Gives a new session one of its own. */
  void give(HttpSession session) {
    session.setAttribute(SESSION_ATTRIBUTE, drawn());
  }

  boolean isRepeatedIn(HttpServletRequest request) {
    String sent = Objects.requireNonNullElse(request.getHeader(HEADER), "");
    return ofSession(request)
        .or(() -> ofCookie(request))
        .filter(token -> MessageDigest.isEqual(sent.getBytes(UTF_8), token.getBytes(UTF_8)))
        .isPresent();
  }

  private static Optional<String> ofSession(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (String) session.getAttribute(SESSION_ATTRIBUTE));
  }

  /** An empty one is none: another site's page could send that. */
  private static Optional<String> ofCookie(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private String drawn() {
    byte[] token = new byte[32];
    random.nextBytes(token);
    return HexFormat.of().formatHex(token);
  }
}
