package dev.partnerauth.examples.jakartarest;

import dev.partnerauth.http.bearer.NoBearerTokenException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call to the platform came to nothing, perhaps since there was no token for it. */
final class PlatformFailureMapper implements ExceptionMapper<ProcessingException> {

  private static final Logger LOG = LoggerFactory.getLogger(PlatformFailureMapper.class);

  @Override
  public Response toResponse(ProcessingException thrown) {
    if (thrown.getCause() instanceof NoBearerTokenException without) {
      return AuthFailureMapper.told(without.failure());
    }
    LOG.warn("The platform did not answer");
    return Refusals.unavailable(1);
  }
}
