package dev.partnerauth.examples.reactive;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.violation.InvalidRequestException;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the configuration says of the platform, as the library's own types: a wrong value ends the
 * start with the library's words, and no secret prints.
 */
@Validated
@ConfigurationProperties("partner-auth")
record PlatformProperties(
    BaseAddress base, BackendApp backendApp, FrontendApp frontendApp, @NotBlank String templateId) {

  @ConstructorBinding
  PlatformProperties(
      @DefaultValue("") String baseUrl,
      @DefaultValue Backend backend,
      @DefaultValue Frontend frontend,
      @DefaultValue("") String templateId) {
    this(
        BaseAddress.of(baseUrl).getOrElseThrow(InvalidRequestException::new),
        backend.app(),
        frontend.app(),
        templateId);
  }

  record Backend(BackendApp app) {
    @ConstructorBinding
    Backend(@DefaultValue("") String key, @DefaultValue("") String secret) {
      this(BackendApp.of(key, secret).getOrElseThrow(InvalidRequestException::new));
    }
  }

  record Frontend(FrontendApp app) {
    @ConstructorBinding
    Frontend(@DefaultValue("") String key, @DefaultValue("") String secret) {
      this(FrontendApp.of(key, secret).getOrElseThrow(InvalidRequestException::new));
    }
  }
}
