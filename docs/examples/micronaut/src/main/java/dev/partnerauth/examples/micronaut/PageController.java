package dev.partnerauth.examples.micronaut;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.csrf.repository.CsrfLoginCookieProvider;
import io.micronaut.security.rules.SecurityRule;

/** The page, with the cookie that proves to the back end that it is the page that asks. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
final class PageController {

  private static final String PAGE =
      "<!doctype html><html lang=\"en\"><title>Partner</title><h1>Partner</h1></html>";

  private final CsrfLoginCookieProvider csrf;

  PageController(CsrfLoginCookieProvider csrf) {
    this.csrf = csrf;
  }

  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> page(HttpRequest<?> request) {
    return HttpResponse.ok(PAGE).cookie(csrf.provideCookie(request));
  }
}
