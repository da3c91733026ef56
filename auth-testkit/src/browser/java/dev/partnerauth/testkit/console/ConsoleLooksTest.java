package dev.partnerauth.testkit.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.RequestKind;
import dev.partnerauth.testkit.junit.AuthSandboxTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@AuthSandboxTest(stoppedAt = "2026-01-31T09:00:00Z")
@ExtendWith(Chromium.class)
class ConsoleLooksTest {

  private static final Path SCREENSHOTS =
      Path.of(System.getProperty("partnerauth.screenshots", "target/screenshots"));

  private final AuthSandbox sandbox;
  private final Browser browser;

  ConsoleLooksTest(AuthSandbox sandbox, Browser browser) {
    this.sandbox = sandbox;
    this.browser = browser;
  }

  @ParameterizedTest
  @CsvSource({"1200, LIGHT", "1200, DARK", "360, LIGHT"})
  void nothingIsWiderThanTheWindow(int width, ColorScheme colours) {
    sandbox.plan(FaultPlan.times(1, Fault.rateLimited()).at(RequestKind.ACCESS_TOKEN));
    List<String> tooWide = new ArrayList<>();
    try (Visit visit = Visit.to(sandbox, browser, width, colours)) {
      visit.travel(1);
      visit.travel(6);
      show(visit, "Journey", width, colours, tooWide);

      visit.travel(6, Visit.JOURNEY.size());
      show(visit, "Journey-at-its-end", width, colours, tooWide);
      visit.open("Requests");
      visit.step(5).click();
      assertThat(visit.page().locator(".detail pre")).hasCount(2);
      visit.page().locator(".diagram").evaluate("diagram => diagram.scrollTo(0, 0)");
      show(visit, "Requests", width, colours, tooWide);
      visit.open("Tokens");
      visit.field("Token of the journey").selectOption(new SelectOption().setIndex(3));
      assertThat(visit.page().locator(".may").first()).isVisible();
      show(visit, "Tokens", width, colours, tooWide);
      for (String panel : List.of("Apps", "Clock", "Faults")) {
        visit.open(panel);
        show(visit, panel, width, colours, tooWide);
      }
    }

    assertThat(tooWide).isEmpty();
  }

  private static void show(
      Visit visit, String panel, int width, ColorScheme colours, List<String> tooWide) {
    String name = (panel + "-" + colours + "-" + width).toLowerCase(Locale.ROOT) + ".png";
    visit
        .page()
        .screenshot(
            new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name)).setFullPage(true));
    if (!visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth").equals(true)) {
      tooWide.add(name);
    }
  }
}
