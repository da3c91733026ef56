package dev.partnerauth.examples.jakartarest;

import dev.partnerauth.failure.AuthException;
import dev.partnerauth.failure.AuthFailure;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** There is no token: what the log and the page are told of it. */
final class AuthFailureMapper implements ExceptionMapper<AuthException> {

  private static final Logger LOG = LoggerFactory.getLogger(AuthFailureMapper.class);

  @Override
  public Response toResponse(AuthException thrown) {
    AuthFailure failure = thrown.failure();
    LOG.warn("No token: {}", failure.describe());
    return failure.retryable()
        ? Refusals.unavailable(failure.retryAfter().orElse(Duration.ofSeconds(1)))
        : Refusals.badGateway();
  }
}
