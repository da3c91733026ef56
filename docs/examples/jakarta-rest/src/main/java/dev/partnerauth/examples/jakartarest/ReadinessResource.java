package dev.partnerauth.examples.jakartarest;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.port.Time;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/**
 * Down only without a usable general token. A matter of readiness, never of liveness: a restart
 * brings no token.
 */
@Path("/health/ready")
public final class ReadinessResource {

  private final PartnerAuth auth;
  private final Time time;

  @Inject
  ReadinessResource(PartnerAuth auth, Time time) {
    this.auth = auth;
    this.time = time;
  }

  @GET
  public Response ready() {
    boolean usable = auth.status().accessTokenExpiration().filter(time.now()::isBefore).isPresent();
    return Response.status(usable ? Status.OK : Status.SERVICE_UNAVAILABLE).build();
  }
}
