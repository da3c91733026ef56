package dev.partnerauth.examples.modular;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Where your own sign-in stands: the password here is the name and {@code -password}. */
final class LoginServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Set<String> USERS = Set.of("alice", "bob", "carol", "dave", "erin");

  private final transient CsrfTokens csrf;

  LoginServlet(CsrfTokens csrf) {
    this.csrf = csrf;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    String name = Objects.requireNonNullElse(request.getParameter("username"), "");
    if (USERS.contains(name) && (name + "-password").equals(request.getParameter("password"))) {
      // A session that somebody else may have begun must not become the user's.
      Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
      HttpSession session = request.getSession();
      session.setAttribute(SignedInFilter.SESSION_ATTRIBUTE, name);
      csrf.give(session);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }
}
