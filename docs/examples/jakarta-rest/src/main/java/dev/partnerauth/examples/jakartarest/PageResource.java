package dev.partnerauth.examples.jakartarest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The page, with the cookie that proves to the back end that it is the page that asks. */
@Path("/")
public final class PageResource {

  private static final String PAGE =
      "<!doctype html><html lang=\"en\"><title>Partner</title><h1>Partner</h1></html>";

  @GET
  @Produces(MediaType.TEXT_HTML)
  public String page(@Context HttpServletRequest request, @Context HttpServletResponse response) {
    CsrfToken.renew(request, response);
    return PAGE;
  }
}
