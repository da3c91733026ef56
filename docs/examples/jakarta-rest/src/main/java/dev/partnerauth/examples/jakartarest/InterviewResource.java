package dev.partnerauth.examples.jakartarest;

import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.examples.jakartarest.RateLimit.Call;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Starts interviews, and serves what came of them. */
@Path("/interviews")
@SignedIn
public final class InterviewResource {

  /** The document is another's HTML: it may be looked at, and do nothing. */
  private static final String LOOK_ONLY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

  private final RocketDocument platform;
  private final Owners owners;
  private final RateLimit rateLimit;
  private final String templateId;

  @Inject
  InterviewResource(
      RocketDocument platform, Owners owners, RateLimit rateLimit, Settings settings) {
    this.platform = platform;
    this.owners = owners;
    this.rateLimit = rateLimit;
    this.templateId = settings.templateId();
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public Response start(@Context SecurityContext security) {
    Principal user = security.getUserPrincipal();
    rateLimit.spend(Call.START, user);
    RocketDocument.Started started =
        platform.start(
            new RocketDocument.NewInterview(
                templateId, user.getName(), user.getName() + "@example.com"));
    owners.remember(started.interviewId(), user);
    return Response.status(Response.Status.CREATED).entity(started).build();
  }

  @GET
  @Path("/{interviewId}/document")
  @Produces(MediaType.TEXT_HTML)
  public Response document(
      @PathParam("interviewId") String interviewId, @Context SecurityContext security) {
    Principal user = security.getUserPrincipal();
    rateLimit.spend(Call.DOCUMENT, user);
    InterviewId id = owners.interview(interviewId, user).orElseThrow(NotFoundException::new);
    RocketDocument.Interview interview = platform.interview(id);
    RocketDocument.Binder binder = interview.binder();
    return interview.interviewStatus().equals("completed") && binder != null
        ? Response.ok(platform.document(binder.documentId()))
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header("Content-Security-Policy", LOOK_ONLY)
            .header("X-Content-Type-Options", "nosniff")
            .build()
        : Response.status(Response.Status.CONFLICT).build();
  }
}
