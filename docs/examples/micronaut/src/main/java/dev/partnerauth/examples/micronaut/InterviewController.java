package dev.partnerauth.examples.micronaut;

import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.examples.micronaut.RateLimit.Call;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.security.Principal;

/** Starts interviews, and serves what came of them. */
@Controller("/interviews")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class InterviewController {

  /** The document is another's HTML: it may be looked at, and do nothing. */
  private static final String LOOK_ONLY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

  private final Platform platform;
  private final Owners owners;
  private final RateLimit rateLimit;
  private final PartnerAuthSettings settings;

  InterviewController(
      Platform platform, Owners owners, RateLimit rateLimit, PartnerAuthSettings settings) {
    this.platform = platform;
    this.owners = owners;
    this.rateLimit = rateLimit;
    this.settings = settings;
  }

  @Post
  @Status(HttpStatus.CREATED)
  Platform.Started start(Principal user) {
    rateLimit.spend(Call.START, user);
    Platform.Started started =
        platform.start(
            new Platform.NewInterview(
                settings.getTemplateId(), user.getName(), user.getName() + "@example.com"));
    owners.remember(started.interviewId(), user);
    return started;
  }

  @Get(uri = "/{interviewId}/document", produces = MediaType.TEXT_HTML)
  HttpResponse<?> document(String interviewId, Principal user) {
    rateLimit.spend(Call.DOCUMENT, user);
    return owners
        .interview(interviewId, user)
        .<HttpResponse<?>>map(this::document)
        .orElseGet(HttpResponse::notFound);
  }

  private HttpResponse<?> document(InterviewId id) {
    Platform.Interview interview = platform.interview(id.value());
    Platform.Binder binder = interview.binder();
    return interview.interviewStatus().equals("completed") && binder != null
        ? HttpResponse.ok(platform.document(binder.documentId()))
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header("Content-Security-Policy", LOOK_ONLY)
            .header("X-Content-Type-Options", "nosniff")
        : HttpResponse.status(HttpStatus.CONFLICT);
  }
}
