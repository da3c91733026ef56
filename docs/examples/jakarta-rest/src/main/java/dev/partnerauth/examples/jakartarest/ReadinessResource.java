package dev.partnerauth.examples.jakartarest;

import dev.partnerauth.AuthHealth;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.port.Time;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/**
 * Down only when there is no token and none can be had. A matter of readiness, never of liveness: a
 * restart brings no token. A node that is down gets no traffic, so this asks for a token; the cache
 * limits how often.
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
    AuthHealth health = auth.status().health(time.now());
    if (health == AuthHealth.DOWN) {
      auth.warmUp();
    }
    return Response.status(health == AuthHealth.DOWN ? Status.SERVICE_UNAVAILABLE : Status.OK)
        .type(MediaType.TEXT_PLAIN_TYPE)
        .entity(health.name())
        .build();
  }
}
