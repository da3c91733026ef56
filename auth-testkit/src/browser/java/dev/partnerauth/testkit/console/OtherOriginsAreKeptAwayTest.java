package dev.partnerauth.testkit.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.RawHttp;
import dev.partnerauth.testkit.junit.AuthSandboxTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From another port of this machine, which is the nearest that a page can come. */
@AuthSandboxTest
@ExtendWith(Chromium.class)
class OtherOriginsAreKeptAwayTest {

  private final AuthSandbox sandbox;
  private final AuthSandbox other = AuthSandbox.start();
  private final Page page;

  OtherOriginsAreKeptAwayTest(AuthSandbox sandbox, Browser browser) {
    this.sandbox = sandbox;
    this.page = browser.newPage();
    // A page without a policy of its own, which may try whatever it likes.
    page.navigate(other.root().resolve("/health").toString());
  }

  @AfterEach
  void leave() {
    page.close();
    other.close();
  }

  /** Status and type of the answer, or which error came instead. */
  private Object trying(String path, String settings) {
    return page.evaluate(
        "([url, settings]) => fetch(url, eval('(' + settings + ')'))"
            + ".then(answer => answer.type + ' ' + answer.status, error => error.name)",
        new Object[] {sandbox.root().resolve(path).toString(), settings});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{method: 'POST', body: '{}'}",
        "{method: 'POST', body: '{}', mode: 'no-cors'}",
        "{method: 'POST', body: '{}', headers: {'Content-Type': 'application/json'}}"
      })
  void theyCannotReset(String settings) {
    RawHttp.to(sandbox)
        .json("PUT", "/__admin/apps/mine", "{\"secret\":\"s\",\"scope\":\"backend\"}");

    trying("/__admin/reset", settings);

    assertThat(sandbox.platform().apps().all()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/__admin/apps", "/__admin/journal", "/", "/console/main.js"})
  void theyCannotRead(String path) {
    assertThat(trying(path, "{}")).isEqualTo("TypeError");
  }

  @Test
  void theyMayUseThePlatform() {
    assertThat(trying("/rocketdoc/v2/interviews", "{}")).isEqualTo("cors 401");
  }

  @Test
  void theyCannotUseTheConsolesScripts() {
    assertThat(
            page.evaluate(
                "url => import(url).then(() => 'imported', error => error.name)",
                sandbox.root().resolve("/console/api.js").toString()))
        .isEqualTo("TypeError");
  }

  @Test
  void theyCannotFrameTheConsole() {
    page.evaluate(
        "url => new Promise(loaded => { const frame = document.createElement('iframe');"
            + " frame.src = url; frame.onload = loaded; document.body.append(frame); })",
        sandbox.root().toString());

    assertThat(page.frames().get(1).url()).isEqualTo("chrome-error://chromewebdata/");
  }
}
