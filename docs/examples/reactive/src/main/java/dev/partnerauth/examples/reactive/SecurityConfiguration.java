package dev.partnerauth.examples.reactive;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.HttpStatusServerEntryPoint;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/** Who may ask, and from where: a page of ours, which reads the CSRF cookie and sends it back. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  @Bean
  SecurityWebFilterChain security(ServerHttpSecurity http) {
    HttpStatusServerEntryPoint unauthorized =
        new HttpStatusServerEntryPoint(HttpStatus.UNAUTHORIZED);
    return http.authorizeExchange(
            requests ->
                requests
                    .pathMatchers("/", "/actuator/health/**")
                    .permitAll()
                    .anyExchange()
                    .authenticated())
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfCookies())
                    .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler()))
        .formLogin(
            login ->
                login
                    .authenticationSuccessHandler(
                        (filter, user) ->
                            Mono.fromRunnable(
                                () ->
                                    filter
                                        .getExchange()
                                        .getResponse()
                                        .setStatusCode(HttpStatus.NO_CONTENT)))
                    .authenticationFailureHandler(
                        new ServerAuthenticationEntryPointFailureHandler(unauthorized)))
        .exceptionHandling(refusals -> refusals.authenticationEntryPoint(unauthorized))
        .build();
  }

  private static CookieServerCsrfTokenRepository csrfCookies() {
    CookieServerCsrfTokenRepository cookies = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
    cookies.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    return cookies;
  }

  /** The token is made, and its cookie set, only when somebody asks for it. */
  @Bean
  WebFilter csrfCookieIsSet() {
    return (exchange, chain) ->
        exchange
            .<Mono<CsrfToken>>getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty())
            .then(chain.filter(exchange));
  }

  /** Your own sign-in stands here. */
  @Bean
  MapReactiveUserDetailsService users() {
    return new MapReactiveUserDetailsService(
        Stream.of("alice", "bob", "carol", "dave", "erin")
            .map(SecurityConfiguration::user)
            .toList());
  }

  private static UserDetails user(String name) {
    return User.withUsername(name).password("{noop}" + name + "-password").build();
  }
}
