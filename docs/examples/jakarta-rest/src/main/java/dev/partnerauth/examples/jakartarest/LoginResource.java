package dev.partnerauth.examples.jakartarest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** For the demonstration only: your own sign-in stands here. */
@Path("/login")
public final class LoginResource {

  static final String USER = "user";

  private static final Set<String> NAMES = Set.of("alice", "bob", "carol", "dave", "erin");

  /**
   * The session gets another name, so that one that was planted before the sign-in opens nothing.
   */
  @POST
  public Response login(
      @FormParam("username") @DefaultValue("") String name,
      @FormParam("password") @DefaultValue("") String password,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response) {
    if (!NAMES.contains(name) || !password.equals(name + "-password")) {
      return Response.status(Response.Status.UNAUTHORIZED).build();
    }
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    request.getSession().setAttribute(USER, name);
    CsrfToken.renew(request, response);
    return Response.noContent().build();
  }
}
