package dev.partnerauth.examples.micronaut;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.retry.annotation.Retryable;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** The platform's documents, called with the {@link GeneralToken}. */
@Client(id = Platform.SERVICE, path = "/rocketdoc/v2")
@Retryable(includes = RefusedToken.class, attempts = "1", delay = "1ms")
interface Platform {

  String SERVICE = "platform";

  @Post("/interviews")
  Started start(@Body NewInterview interview);

  @Get("/interviews/{interviewId}")
  Interview interview(String interviewId);

  @Get("/documents/{documentId}")
  @Consumes(MediaType.TEXT_HTML)
  String document(String documentId);

  @Serdeable
  record NewInterview(String templateId, String partnerEndUserId, String partyEmailAddress) {}

  @Serdeable
  record Started(String interviewId) {}

  @Serdeable
  record Interview(String interviewStatus, @Nullable Binder binder) {}

  @Serdeable
  record Binder(String documentId) {}
}
