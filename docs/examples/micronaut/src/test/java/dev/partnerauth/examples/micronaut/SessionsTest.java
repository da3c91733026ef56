package dev.partnerauth.examples.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionsTest {

  @Test
  void theSettingMakesTheCookieSecureWhateverTheRequestSays() {
    assertThat(
            Stream.of(true, false)
                .map(SessionsTest::setCookie)
                .map(text -> text.contains("Secure")))
        .containsExactly(true, false);
  }

  private static String setCookie(boolean secure) {
    return new Sessions(secure)
        .loginSuccess(Authentication.build("alice"), HttpRequest.GET("/"))
        .getHeaders()
        .get("Set-Cookie", String.class)
        .orElse("none");
  }
}
