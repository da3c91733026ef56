package dev.partnerauth.examples.modular;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** Lets nobody pass but users, who are the request's remote user from here on. */
final class SignedInFilter extends HttpFilter {

  static final String SESSION_ATTRIBUTE = "user";

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(SESSION_ATTRIBUTE) instanceof String user) {
      chain.doFilter(as(user, request), response);
    } else {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }

  private static HttpServletRequest as(String user, HttpServletRequest request) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public String getRemoteUser() {
        return user;
      }
    };
  }
}
