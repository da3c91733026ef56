package dev.partnerauth.examples.springboot;

import static jakarta.servlet.DispatcherType.ERROR;
import static jakarta.servlet.DispatcherType.FORWARD;

import java.util.stream.Stream;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/** Who may ask, and from where: a page of ours, which reads the CSRF cookie and sends it back. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  @Bean
  SecurityFilterChain security(HttpSecurity http) {
    HttpStatusEntryPoint unauthorized = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(FORWARD, ERROR)
                    .permitAll()
                    .requestMatchers("/", "/actuator/health/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .csrf(CsrfConfigurer::spa)
        .formLogin(
            login ->
                login
                    .successHandler(
                        (request, response, user) ->
                            response.setStatus(HttpStatus.NO_CONTENT.value()))
                    .failureHandler(new AuthenticationEntryPointFailureHandler(unauthorized)))
        .exceptionHandling(refusals -> refusals.authenticationEntryPoint(unauthorized))
        .build();
  }

  @Bean
  CookieSameSiteSupplier cookiesStayOnThisSite() {
    return CookieSameSiteSupplier.ofStrict();
  }

  /** Your own sign-in stands here. */
  @Bean
  InMemoryUserDetailsManager users() {
    return new InMemoryUserDetailsManager(
        Stream.of("alice", "bob", "carol", "dave", "erin")
            .map(SecurityConfiguration::user)
            .toList());
  }

  private static UserDetails user(String name) {
    return User.withUsername(name).password("{noop}" + name + "-password").build();
  }
}
