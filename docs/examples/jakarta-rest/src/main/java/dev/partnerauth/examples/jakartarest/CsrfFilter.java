package dev.partnerauth.examples.jakartarest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import java.util.Set;

/** Lets a request change something only if it comes from the page, which can read its token. */
@PreMatching
final class CsrfFilter implements ContainerRequestFilter {

  private static final Set<String> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final HttpServletRequest servletRequest;

  CsrfFilter(@Context HttpServletRequest servletRequest) {
    this.servletRequest = servletRequest;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!SAFE.contains(request.getMethod())
        && !CsrfToken.of(servletRequest).is(request.getHeaderString("X-XSRF-TOKEN"))) {
      throw new ForbiddenException();
    }
  }
}
