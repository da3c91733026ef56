package dev.partnerauth.examples.micronaut;

import dev.partnerauth.Delegation;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.http.bearer.BearerCalls;
import dev.partnerauth.http.bearer.BearerDecisions;
import dev.partnerauth.http.bearer.BearerTokens;
import dev.partnerauth.http.bearer.PlatformHosts;
import dev.partnerauth.http.observe.Slf4jAuthEvents;
import dev.partnerauth.http.settings.HttpSettings;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.violation.InvalidRequestException;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Eager, so that settings that cannot be right end the start, in the library's own words. */
@Factory
final class PartnerAuthFactory {

  @Singleton
  AuthRuntime runtime() {
    return AuthRuntime.system().observedBy(Slf4jAuthEvents.standard());
  }

  @Singleton
  BaseAddress base(PartnerAuthSettings settings) {
    return BaseAddress.of(settings.getBaseUrl()).getOrElseThrow(InvalidRequestException::new);
  }

  @Singleton
  @Bean(preDestroy = "close")
  HttpAuthenticationApi api(BaseAddress base, AuthRuntime runtime) {
    return HttpAuthenticationApi.of(base, HttpSettings.standard(), runtime);
  }

  @Context
  PartnerAuth partnerAuth(
      HttpAuthenticationApi api, PartnerAuthSettings settings, AuthRuntime runtime) {
    BackendApp app =
        BackendApp.of(settings.getBackendKey(), settings.getBackendSecret())
            .getOrElseThrow(InvalidRequestException::new);
    return PartnerAuth.of(api, app, CaffeineTokenCache.standard(), runtime);
  }

  @Context
  Delegation delegation(PartnerAuth auth, PartnerAuthSettings settings) {
    FrontendApp app =
        FrontendApp.of(settings.getFrontendKey(), settings.getFrontendSecret())
            .getOrElseThrow(InvalidRequestException::new);
    return auth.exchangingAs(app);
  }

  @Singleton
  BearerDecisions bearerDecisions(PartnerAuth auth, BaseAddress base) {
    return BearerCalls.with(BearerTokens.general(auth), PlatformHosts.of(base)).decisions();
  }
}
