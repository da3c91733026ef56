package dev.partnerauth.examples.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import dev.partnerauth.examples.plain.BackEnd;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.token.TokenKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Skipped where no browser is installed. */
@TestInstance(Lifecycle.PER_CLASS)
class PageInABrowserTest {

  private static final Path BROWSER =
      Path.of(System.getProperty("partnerauth.browser", "/usr/bin/chromium"));
  private static final double PATIENCE_MILLIS = 20_000;

  private final AuthSandbox sandbox = AuthSandbox.start();
  private final BackEnd backEnd = started(sandbox);

  private static BackEnd started(AuthSandbox sandbox) {
    try {
      return BackEnd.start(
          Map.of(
              "PARTNER_AUTH_BASE_URL", sandbox.base().toString(),
              "PARTNER_AUTH_BACKEND_KEY", "backend-key",
              "PARTNER_AUTH_BACKEND_SECRET", "backend-secret",
              "PARTNER_AUTH_FRONTEND_KEY", "frontend-key",
              "PARTNER_AUTH_FRONTEND_SECRET", "frontend-secret",
              "PARTNER_AUTH_TEMPLATE_ID", "04d9d0ba-3113-40d3-9a4e-e7b226a72154",
              "PORT", "0"),
          LeasePage.talkingTo(sandbox.root().resolve("/rocketdoc/v2")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeAll
  static void needsABrowser() {
    Assumptions.assumeTrue(Files.isExecutable(BROWSER), () -> "needs a browser at " + BROWSER);
  }

  @AfterAll
  void stop() {
    backEnd.close();
    sandbox.close();
  }

  @Test
  void aLeaseIsAnsweredAndReadWithAScopedTokenThatThePageKeepsInMemory() {
    try (Playwright playwright =
            Playwright.create(
                new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright.chromium().launch(headless());
        BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.setDefaultTimeout(PATIENCE_MILLIS);
      Traffic traffic = Traffic.of(page);

      page.navigate(backEnd.uri().toString());
      page.getByLabel("Name").fill("alice");
      page.getByLabel("Password").fill("alice-password");
      page.getByText("Sign in").click();
      page.getByText("Start").click();
      List.of("Who rents to whom?", "What is rented?", "For how long?")
          .forEach(title -> answer(page, title));

      assertThat(page.frameLocator("#document").locator("body"))
          .containsText("Ada", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
      String kept = kept(page);
      assertThat(
              List.of(
                  traffic.kindsOfTokens(),
                  traffic.everything().contains("secret"),
                  traffic.tokensIn(kept)))
          .containsExactly(Set.of(TokenKind.SCOPED_ACCESS), false, List.of());
    }
  }

  private static void answer(Page page, String title) {
    page.getByText(title).waitFor();
    Locator inputs = page.locator("#questions input");
    for (int i = 0; i < inputs.count(); i++) {
      inputs.nth(i).fill("Ada");
    }
    page.getByText("Next").click();
  }

  /** Where a page could keep a token, but for its scripts' memory. */
  private static String kept(Page page) {
    return (String)
            page.evaluate(
                "JSON.stringify([localStorage, sessionStorage, document.cookie,"
                    + " document.documentElement.outerHTML])")
        + page.context().cookies();
  }

  /** Chromium's own sandbox refuses to work for root. */
  private static LaunchOptions headless() {
    boolean root = System.getProperty("user.name").equals("root");
    return new LaunchOptions()
        .setExecutablePath(BROWSER)
        .setArgs(root ? List.of("--no-sandbox") : List.of());
  }
}
