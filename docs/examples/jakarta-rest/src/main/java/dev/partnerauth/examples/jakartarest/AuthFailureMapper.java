package dev.partnerauth.examples.jakartarest;

import dev.partnerauth.failure.AuthException;
import dev.partnerauth.failure.AuthFailure;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** There is no token: what the log and the page are told of it. */
final class AuthFailureMapper implements ExceptionMapper<AuthException> {

  private static final Logger LOG = LoggerFactory.getLogger(AuthFailureMapper.class);

  @Override
  public Response toResponse(AuthException thrown) {
    return told(thrown.failure());
  }

  static Response told(AuthFailure failure) {
    LOG.warn("No token: {}", failure.describe());
    OptionalLong wait = failure.retryAfterSeconds();
    return wait.isPresent() ? Refusals.unavailable(wait.getAsLong()) : Refusals.badGateway();
  }
}
