package dev.partnerauth.examples.jakartarest;

import dev.partnerauth.claim.InterviewId;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Starts interviews, and serves what came of them. */
@Path("/interviews")
@SignedIn
public final class InterviewResource {

  private final RocketDocument platform;
  private final Owners owners;
  private final String templateId;

  @Inject
  InterviewResource(RocketDocument platform, Owners owners, Settings settings) {
    this.platform = platform;
    this.owners = owners;
    this.templateId = settings.templateId();
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public Response start(@Context SecurityContext security) {
    Principal user = security.getUserPrincipal();
    RocketDocument.Started started =
        platform.start(
            new RocketDocument.NewInterview(
                templateId, user.getName(), user.getName() + "@example.com"));
    owners.remember(started.interviewId(), user);
    return Response.status(Response.Status.CREATED).entity(started).build();
  }

  /**
   * The document is the platform's HTML: the sandbox keeps its scripts from acting as this site.
   */
  @GET
  @Path("/{interviewId}/document")
  @Produces(MediaType.TEXT_HTML)
  public Response document(
      @PathParam("interviewId") String interviewId, @Context SecurityContext security) {
    InterviewId id =
        owners
            .interview(interviewId, security.getUserPrincipal())
            .orElseThrow(NotFoundException::new);
    RocketDocument.Interview interview = platform.interview(id);
    RocketDocument.Binder binder = interview.binder();
    return interview.interviewStatus().equals("completed") && binder != null
        ? Response.ok(platform.document(binder.documentId()))
            .header("Content-Security-Policy", "sandbox")
            .build()
        : Response.status(Response.Status.CONFLICT).build();
  }
}
