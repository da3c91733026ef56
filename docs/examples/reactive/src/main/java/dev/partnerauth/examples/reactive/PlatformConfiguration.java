package dev.partnerauth.examples.reactive;

import dev.partnerauth.AsyncDelegation;
import dev.partnerauth.AsyncPartnerAuth;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.http.bearer.BearerCalls;
import dev.partnerauth.http.bearer.BearerTokens;
import dev.partnerauth.http.bearer.PlatformHosts;
import dev.partnerauth.http.observe.Slf4jAuthEvents;
import dev.partnerauth.http.settings.HttpSettings;
import dev.partnerauth.port.AuthRuntime;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** The library as beans, in the form that does not block. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

  @Bean
  AuthRuntime authRuntime() {
    return AuthRuntime.system().observedBy(Slf4jAuthEvents.standard());
  }

  @Bean
  HttpAuthenticationApi authenticationApi(PlatformProperties platform, AuthRuntime runtime) {
    return HttpAuthenticationApi.of(platform.base(), HttpSettings.standard(), runtime);
  }

  @Bean
  AsyncPartnerAuth partnerAuth(
      HttpAuthenticationApi api, PlatformProperties platform, AuthRuntime runtime) {
    return PartnerAuth.of(api, platform.backendApp(), CaffeineTokenCache.standard(), runtime)
        .async();
  }

  @Bean
  AsyncDelegation delegation(AsyncPartnerAuth auth, PlatformProperties platform) {
    return auth.exchangingAs(platform.frontendApp());
  }

  /**
   * Carries the general token, put on in Apache's client below: there it is clear where a call
   * goes, and which 401 means a refused token.
   */
  @Bean
  WebClient platformClient(
      WebClient.Builder builder,
      HttpClientSettings settings,
      AsyncPartnerAuth auth,
      PlatformProperties platform) {
    BearerCalls calls =
        BearerCalls.with(BearerTokens.general(auth), PlatformHosts.of(platform.base()));
    return builder
        .baseUrl(platform.base().root().resolve("/rocketdoc/v2").toString())
        .clientConnector(
            ClientHttpConnectorBuilder.httpComponents()
                // HttpClient would repeat a POST after a 503, and so begin two interviews.
                .withHttpClientCustomizer(client -> calls.on(client.disableAutomaticRetries()))
                .build(settings))
        .filter(PlatformConfiguration::onceMoreIfUnauthorized)
        .build();
  }

  /**
   * With another token, if that was the reason: only WebClient can send a body of its own again.
   */
  private static Mono<ClientResponse> onceMoreIfUnauthorized(
      ClientRequest request, ExchangeFunction next) {
    return next.exchange(request)
        .flatMap(
            answer ->
                answer.statusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)
                    ? answer.releaseBody().then(Mono.defer(() -> next.exchange(request)))
                    : Mono.just(answer));
  }

  @Bean
  ApplicationRunner warmUp(AsyncPartnerAuth auth) {
    return arguments -> auth.warmUp();
  }
}
