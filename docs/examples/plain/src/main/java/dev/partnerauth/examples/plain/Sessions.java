package dev.partnerauth.examples.plain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Who is signed in, by cookie, and whether it is our own page that asks. In place of your own
 * sign-in, which stands here.
 */
final class Sessions {

  private static final String SESSION = "SESSION";
  private static final String CSRF = "XSRF-TOKEN";

  private final Map<String, String> passwords;
  private final SecureRandom random;
  private final String cookieEnd;
  private final Cache<String, Session> sessions =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(30)).maximumSize(10_000).build();

  Sessions(Map<String, String> passwords, SecureRandom random, boolean https) {
    this.passwords = passwords;
    this.random = random;
    this.cookieEnd = "; Path=/; SameSite=Lax" + (https ? "; Secure" : "");
  }

  Optional<Session> of(Call call) {
    return call.cookie(SESSION).flatMap(id -> Optional.ofNullable(sessions.getIfPresent(id)));
  }

  /** Gives the page something that pages of other sites cannot read. */
  void showCsrfToken(Call call) {
    String token = of(call).map(Session::csrfToken).orElseGet(() -> Session.drawn(random));
    call.with("Set-Cookie", CSRF + "=" + token + cookieEnd);
  }

  /** Whether the page that sent this could read its cookie; a session knows what stood there. */
  boolean isOurPage(Call call) {
    Optional<String> expected = of(call).map(Session::csrfToken).or(() -> call.cookie(CSRF));
    return expected.isPresent()
        && call.header("X-XSRF-TOKEN")
            .filter(given -> Session.same(expected.get(), given))
            .isPresent();
  }

  void signIn(Call call) throws IOException {
    String user;
    String password;
    try {
      String form = call.form();
      user = Call.field(form, "username");
      password = Call.field(form, "password");
    } catch (IllegalArgumentException malformed) {
      call.answer(400);
      return;
    }
    if (!passwords.containsKey(user) || !Session.same(passwords.get(user), password)) {
      call.answer(401);
      return;
    }
    call.cookie(SESSION).ifPresent(sessions::invalidate);
    Session session = Session.of(user, random);
    sessions.put(session.id(), session);
    call.with("Set-Cookie", SESSION + "=" + session.id() + "; HttpOnly" + cookieEnd);
    call.with("Set-Cookie", CSRF + "=" + session.csrfToken() + cookieEnd);
    call.answer(204);
  }
}
