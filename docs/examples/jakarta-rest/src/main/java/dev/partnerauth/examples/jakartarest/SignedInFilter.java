package dev.partnerauth.examples.jakartarest;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Tells resources who is signed in, by the session. */
@SignedIn
@Priority(Priorities.AUTHENTICATION)
final class SignedInFilter implements ContainerRequestFilter {

  private final HttpServletRequest servletRequest;

  SignedInFilter(@Context HttpServletRequest servletRequest) {
    this.servletRequest = servletRequest;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    HttpSession session = servletRequest.getSession(false);
    if (session != null && session.getAttribute(LoginResource.USER) instanceof String name) {
      request.setSecurityContext(new Session(() -> name, servletRequest.isSecure()));
    } else {
      request.abortWith(Response.status(Response.Status.UNAUTHORIZED).build());
    }
  }

  private record Session(Principal user, boolean isSecure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
      return user;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public String getAuthenticationScheme() {
      return FORM_AUTH;
    }
  }
}
