package dev.partnerauth.examples.jakartarest;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.bearer.BearerCalls;
import dev.partnerauth.http.bearer.BearerTokens;
import dev.partnerauth.http.bearer.PlatformHosts;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.glassfish.jersey.client.ClientProperties;
import org.jspecify.annotations.Nullable;

/** The platform's documents, called with the {@link GeneralToken}. */
final class RocketDocument implements AutoCloseable {

  private final Client client;
  private final WebTarget target;

  private RocketDocument(Client client, URI address) {
    this.client = client;
    this.target = client.target(address);
  }

  /** A redirect is not followed: it must not carry the token to where it leads. */
  static RocketDocument at(BaseAddress base, PartnerAuth auth) {
    BearerCalls calls = BearerCalls.with(BearerTokens.general(auth), PlatformHosts.of(base));
    return new RocketDocument(
        ClientBuilder.newBuilder()
            .connectTimeout(5, TimeUnit.SECONDS)
            .readTimeout(15, TimeUnit.SECONDS)
            .build()
            .register(new GeneralToken(calls.decisions()))
            .property(ClientProperties.FOLLOW_REDIRECTS, false),
        base.root().resolve("/rocketdoc/v2"));
  }

  Started start(NewInterview interview) {
    return authorized(
        () -> target.path("interviews").request().post(Entity.json(interview), Started.class));
  }

  Interview interview(InterviewId id) {
    return authorized(
        () ->
            target
                .path("interviews/{id}")
                .resolveTemplate("id", id.value())
                .request(MediaType.APPLICATION_JSON)
                .get(Interview.class));
  }

  String document(String id) {
    return authorized(
        () ->
            target
                .path("documents/{id}")
                .resolveTemplate("id", id)
                .request(MediaType.TEXT_HTML)
                .get(String.class));
  }

  /** Refusals are said anew: Jakarta REST would pass them on with the platform's words. */
  private static <T> T authorized(Supplier<T> call) {
    try {
      return repeated(call);
    } catch (WebApplicationException refused) {
      int status = refused.getResponse().getStatus();
      throw status >= 500 || status == Status.TOO_MANY_REQUESTS.getStatusCode()
          ? new ServiceUnavailableException(1L)
          : new ServerErrorException(Status.BAD_GATEWAY);
    }
  }

  /** A call whose token was refused did nothing: it is made once more, with the next one. */
  private static <T> T repeated(Supplier<T> call) {
    try {
      return call.get();
    } catch (ProcessingException failed) {
      if (failed.getCause() instanceof RefusedToken) {
        return call.get();
      }
      throw failed;
    }
  }

  @Override
  public void close() {
    client.close();
  }

  public record NewInterview(
      String templateId, String partnerEndUserId, String partyEmailAddress) {}

  public record Started(String interviewId) {}

  public record Interview(String interviewStatus, @Nullable Binder binder) {}

  public record Binder(String documentId) {}
}
