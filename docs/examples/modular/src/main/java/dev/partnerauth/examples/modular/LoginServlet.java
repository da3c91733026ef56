package dev.partnerauth.examples.modular;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;

/** Where your own sign-in stands: the password here is the name and {@code -password}. */
final class LoginServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Set<String> USERS = Set.of("alice", "bob", "carol", "dave", "erin");

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    String name = Objects.requireNonNullElse(request.getParameter("username"), "");
    if (USERS.contains(name) && (name + "-password").equals(request.getParameter("password"))) {
      // A session that somebody else may have begun must not become the user's.
      request.getSession().invalidate();
      request.getSession().setAttribute(SignedInFilter.SESSION_ATTRIBUTE, name);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }
}
