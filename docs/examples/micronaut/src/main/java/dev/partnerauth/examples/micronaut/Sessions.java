package dev.partnerauth.examples.micronaut;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.handlers.LoginHandler;
import io.micronaut.security.session.SessionIdResolver;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.reactivestreams.Publisher;

/** Who is signed in, by a cookie that no script reads. Your own sign-in stands here. */
@Singleton
final class Sessions
    implements AuthenticationFetcher<HttpRequest<?>>,
        LoginHandler<HttpRequest<?>, MutableHttpResponse<?>>,
        SessionIdResolver<HttpRequest<?>> {

  private static final String COOKIE = "SESSION";

  private final boolean secure;
  private final SecureRandom random = new SecureRandom();
  private final Cache<String, Authentication> users =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(30)).maximumSize(10_000).build();

  /**
   * @param secure as with the CSRF cookie, whatever the request says: behind a proxy that ends TLS
   *     it says no
   */
  Sessions(@Value("${micronaut.security.csrf.cookie-secure}") boolean secure) {
    this.secure = secure;
  }

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    return findSessionId(request)
        .map(users::getIfPresent)
        .map(Publishers::just)
        .orElseGet(Publishers::empty);
  }

  @Override
  public Optional<String> findSessionId(HttpRequest<?> request) {
    return request.getCookies().findCookie(COOKIE).map(Cookie::getValue);
  }

  @Override
  public MutableHttpResponse<?> loginSuccess(Authentication user, HttpRequest<?> request) {
    byte[] id = new byte[32];
    random.nextBytes(id);
    String session = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    users.put(session, user);
    return HttpResponse.noContent()
        .cookie(
            Cookie.of(COOKIE, session)
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.Lax)
                .path("/"));
  }

  @Override
  public MutableHttpResponse<?> loginRefresh(
      Authentication user, String refreshToken, HttpRequest<?> request) {
    throw new UnsupportedOperationException("Sessions are not refreshed");
  }

  @Override
  public MutableHttpResponse<?> loginFailed(
      AuthenticationResponse refused, HttpRequest<?> request) {
    return HttpResponse.unauthorized();
  }
}
