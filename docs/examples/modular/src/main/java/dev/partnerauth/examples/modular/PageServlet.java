package dev.partnerauth.examples.modular;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The page, with the CSRF token of its session in a cookie that the page can read. */
final class PageServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en"><title>Interviews</title><p>Your page stands here.</p></html>
      """;

  private final SecureRandom random = new SecureRandom();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.addCookie(readable(csrfToken(request.getSession())));
    response.setContentType("text/html;charset=utf-8");
    response.getWriter().write(PAGE);
  }

  private static Cookie readable(String csrfToken) {
    Cookie cookie = new Cookie("XSRF-TOKEN", csrfToken);
    cookie.setPath("/");
    cookie.setAttribute("SameSite", "Strict");
    return cookie;
  }

  private String csrfToken(HttpSession session) {
    if (session.getAttribute(CsrfFilter.SESSION_ATTRIBUTE) instanceof String token) {
      return token;
    }
    byte[] drawn = new byte[32];
    random.nextBytes(drawn);
    String token = HexFormat.of().formatHex(drawn);
    session.setAttribute(CsrfFilter.SESSION_ATTRIBUTE, token);
    return token;
  }
}
