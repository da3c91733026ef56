package dev.partnerauth.testkit.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.RawHttp;
import dev.partnerauth.testkit.junit.AuthSandboxTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@AuthSandboxTest(stoppedAt = "2026-01-31T09:00:00Z", allowsUnexpectedRequests = true)
@ExtendWith(Chromium.class)
class WhatRequestsHoldIsShownAsTextTest {

  private static final String IMAGE = "<img/src=x/onerror=window.hacked=true>";
  private static final String SCRIPT = "'><script>window.hacked=true</script>";

  private final RawHttp http;
  private final Visit visit;

  WhatRequestsHoldIsShownAsTextTest(AuthSandbox sandbox, Browser browser) {
    this.http = RawHttp.to(sandbox);
    this.visit = Visit.to(sandbox, browser);
  }

  @AfterEach
  void leave() {
    visit.close();
  }

  private void assertNothingRan() {
    assertThat(
            visit
                .page()
                .evaluate(
                    "[window.hacked === undefined,"
                        + " document.querySelectorAll('main img, main script').length]"))
        .isEqualTo(List.of(true, 0));
  }

  @Test
  void aPath() {
    http.get("/" + IMAGE);
    visit.open("Requests");
    visit.page().locator(".step.unexpected").click();
    assertThat(visit.page().locator(".detail dd").first()).hasText("GET /" + IMAGE);

    assertNothingRan();
  }

  @Test
  void aKeyThatIsNoApps() {
    http.json(
        "POST",
        "/partners/v1/auth/accesstoken",
        "{\"grant_type\":\"client_credentials\",\"client_id\":\"" + SCRIPT + "\"}");
    visit.open("Requests");
    visit.step(1).click();
    assertThat(visit.page().locator(".detail dd").nth(1)).hasText(SCRIPT);

    assertNothingRan();
  }

  @Test
  void aHeaderAndABody() {
    http.send("POST", "/x", "{\"name\":\"" + SCRIPT + "\"}", "User-Agent: " + IMAGE);
    visit.open("Requests");
    visit.step(1).click();
    assertThat(visit.page().locator(".detail pre").first())
        .containsText("User-Agent: " + IMAGE + "\n\n{\n  \"name\": \"" + SCRIPT + "\"");

    assertNothingRan();
  }

  @Test
  void theKeyOfARegisteredApp() {
    http.json(
        "PUT",
        "/__admin/apps/%3Cimg%20src=x%20onerror=window.hacked=true%3E",
        "{\"secret\":\"s\",\"scope\":\"backend\"}");
    visit.open("Apps");
    assertThat(visit.page().locator("#panel-apps tbody th").first())
        .hasText("<img src=x onerror=window.hacked=true>");

    assertNothingRan();
  }

  @Test
  void aMistake() {
    visit.open("Clock");
    visit.field("Advance by").fill(SCRIPT);
    visit.click("Advance");
    assertThat(visit.page().locator("#panel-clock .problem")).isVisible();

    assertNothingRan();
  }

  @Test
  void aTokenThatSomebodyMade() {
    visit.open("Tokens");
    // {"alg":"none"} and {"jti":"<img src=x onerror=window.hacked=true>"}
    visit
        .field("Token")
        .fill(
            "eyJhbGciOiJub25lIn0."
                + "eyJqdGkiOiI8aW1nIHNyYz14IG9uZXJyb3I9d2luZG93LmhhY2tlZD10cnVlPiJ9.x");
    assertThat(visit.page().locator("#panel-tokens pre").nth(1)).containsText("<img src=x");

    assertNothingRan();
  }
}
