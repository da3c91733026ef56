package dev.partnerauth.examples.springboot;

import dev.partnerauth.Delegation;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.http.bearer.BearerCalls;
import dev.partnerauth.http.bearer.BearerTokens;
import dev.partnerauth.http.bearer.PlatformHosts;
import dev.partnerauth.http.observe.MicrometerAuthEvents;
import dev.partnerauth.http.observe.MicrometerAuthStatus;
import dev.partnerauth.http.observe.Slf4jAuthEvents;
import dev.partnerauth.http.settings.HttpSettings;
import dev.partnerauth.port.AuthEvents;
import dev.partnerauth.port.AuthRuntime;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** The library as beans. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

  @Bean
  AuthRuntime authRuntime(MeterRegistry registry) {
    return AuthRuntime.system()
        .observedBy(AuthEvents.all(Slf4jAuthEvents.standard(), MicrometerAuthEvents.in(registry)));
  }

  @Bean
  HttpAuthenticationApi authenticationApi(PlatformProperties platform, AuthRuntime runtime) {
    return HttpAuthenticationApi.of(platform.base(), HttpSettings.standard(), runtime);
  }

  @Bean
  PartnerAuth partnerAuth(
      HttpAuthenticationApi api, PlatformProperties platform, AuthRuntime runtime) {
    return PartnerAuth.of(api, platform.backendApp(), CaffeineTokenCache.standard(), runtime);
  }

  @Bean
  Delegation delegation(PartnerAuth auth, PlatformProperties platform) {
    return auth.exchangingAs(platform.frontendApp());
  }

  /**
   * Carries the general token. The interceptor stands in Apache's client below, not in RestClient:
   * there it sees which 401 means a refused token, and sends such a call once more with another.
   */
  @Bean
  RestClient platformClient(
      RestClient.Builder builder,
      HttpClientSettings settings,
      PartnerAuth auth,
      PlatformProperties platform) {
    BearerCalls calls =
        BearerCalls.with(BearerTokens.general(auth), PlatformHosts.of(platform.base()));
    return builder
        .baseUrl(platform.base().root().resolve("/rocketdoc/v2"))
        .requestFactory(
            ClientHttpRequestFactoryBuilder.httpComponents()
                // HttpClient would repeat a POST after a 503, and so begin two interviews.
                .withHttpClientCustomizer(client -> calls.on(client.disableAutomaticRetries()))
                .build(settings))
        .build();
  }

  @Bean
  MicrometerAuthStatus tokenMetrics(PartnerAuth auth, AuthRuntime runtime) {
    return MicrometerAuthStatus.of(auth::status, runtime.time());
  }

  @Bean
  ApplicationRunner warmUp(PartnerAuth auth) {
    return arguments -> auth.warmUp();
  }

  /** For those who let actuator show values: not these. */
  @Bean
  SanitizingFunction secretsAreNotShown() {
    return SanitizingFunction.sanitizeValue().ifLikelyCredential();
  }
}
