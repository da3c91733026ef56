package dev.partnerauth.testkit.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.Platform;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.journal.Journal;
import dev.partnerauth.testkit.junit.AuthSandboxTest;
import dev.partnerauth.testkit.settings.SeededApps;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@AuthSandboxTest(stoppedAt = "2026-01-31T09:00:00Z")
@ExtendWith(Chromium.class)
class TheJourneyIsTakenTest {

  private static final String[] STATUSES = {
    "200", "200", "201", "200", "200", "200", "200", "200", "200", "200", "201", "200", "403", "401"
  };

  private final Visit visit;
  private final Platform platform;
  private final Journal journal;

  TheJourneyIsTakenTest(AuthSandbox sandbox, Platform platform, Browser browser) {
    this.platform = platform;
    this.journal = platform.journal();
    this.visit = Visit.to(sandbox, browser);
  }

  @AfterEach
  void leave() {
    visit.close();
  }

  private Locator statuses() {
    return visit.outcomes().locator(".status");
  }

  @Test
  void clickByClickToTheDocumentAndEachRefusal() {
    visit.travel(Visit.JOURNEY.size());

    assertThat(statuses()).hasText(STATUSES);
  }

  @Test
  void aSandboxWithOtherAppsSaysWhatTheJourneyLacks() {
    platform.apps().remove(SeededApps.frontend().clientId());
    visit.open("Tokens");
    visit.open("Journey");

    assertThat(visit.page().locator("#panel-journey > .beside .problem").first())
        .containsText("Register the two under Apps");
  }

  @Test
  void withTheKeyboardAlone() {
    Page page = visit.page();
    Locator next = page.locator(".current .main");
    page.locator(".skip").focus();
    while (!(boolean) next.evaluate("button => button === document.activeElement")) {
      page.keyboard().press("Tab");
    }
    for (int step = 1; step < Visit.JOURNEY.size(); step++) {
      page.keyboard().press("Enter");
      assertThat(visit.outcomes()).hasCount(step);
      assertThat(next).isFocused();
    }
    page.keyboard().press("Enter");

    assertThat(statuses()).hasText(STATUSES);
  }

  @Test
  void theDocumentIsShownAsText() {
    visit.travel(5);
    visit.field("Tenant").fill("<img src=x onerror='window.hacked = true'>");
    visit.travel(5, 10);

    assertThat(visit.page().locator(".document"))
        .containsText("<dd>&lt;img src=x onerror=&#39;window.hacked = true&#39;&gt;</dd>");
  }

  @Test
  void nothingLeavesTheSandboxAndNothingIsComplainedOf() {
    visit.travel(Visit.JOURNEY.size());
    for (String panel : List.of("Requests", "Tokens", "Apps", "Clock", "Faults")) {
      visit.open(panel);
      assertThat(visit.page().locator("#panel-" + panel.toLowerCase(Locale.ROOT))).isVisible();
    }

    assertThat(List.of(visit.askedElsewhere(), visit.complaints()))
        .containsExactly(List.of(), List.of());
  }

  @Test
  void neitherSecretNorTokenStandsInTheDocument() {
    visit.travel(Visit.JOURNEY.size());
    visit.open("Requests");
    visit.step(4).click();
    assertThat(visit.page().locator(".detail pre")).hasCount(2);
    visit.open("Journey");
    visit.click("Inspect token 1.2.3");
    visit.page().locator(".may").first().waitFor();

    assertThat(visit.document()).doesNotContain("-secret", "eyJ");
  }

  @Test
  void aStepOfTheDiagramOpensItsRedactedExchange() {
    visit.travel(1);
    visit.open("Requests");
    visit.step(1).focus();
    visit.step(1).press("Enter");

    assertThat(visit.page().locator(".detail pre"))
        .containsText(
            new String[] {"\"client_secret\": \"(hidden)\"", "\"access_token\": \"(hidden)\""});
  }

  @Test
  void theDiagramTellsWhichTokenMadeWhich() {
    visit.travel(4);
    visit.open("Requests");

    assertThat(visit.page().locator(".badge"))
        .hasText(new String[] {"1", "1", "1", "1.2", "1.2", "1.2.3"});
  }

  @Test
  void aPlannedFaultIsMarkedAndTheStepTriedAgain() {
    platform.plan(FaultPlan.times(1, Fault.rateLimited()));
    visit.click("Get the token");
    assertThat(visit.page().locator(".outcome.bad > p")).hasText("429 rather than 200. Try again.");
    visit.click("Get the token");
    visit.open("Requests");

    assertThat(visit.page().locator(".step.planned .status")).hasText("429");
  }

  @Test
  void aJourneyIsStartedOver() {
    visit.travel(3);
    visit.click("Start over");

    assertThat(visit.page().locator(".current h2")).hasText("Get an access token");
  }

  @Test
  void theConsolesOwnRequestsAreNotInTheJournal() {
    visit.travel(1);

    assertThat(journal.entries()).hasSize(1);
  }
}
