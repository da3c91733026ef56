package dev.partnerauth.testkit.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.RawHttp;
import dev.partnerauth.testkit.junit.AuthSandboxTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@AuthSandboxTest(stoppedAt = "2026-01-31T09:00:00Z")
@ExtendWith(Chromium.class)
class ThePlatformIsOperatedTest {

  private final Visit visit;

  ThePlatformIsOperatedTest(AuthSandbox sandbox, Browser browser) {
    this.visit = Visit.to(sandbox, browser);
  }

  @AfterEach
  void leave() {
    visit.close();
  }

  private Locator fact(String panel, String name) {
    return visit
        .page()
        .locator("#panel-" + panel + " .live .facts > div")
        .filter(new Locator.FilterOptions().setHasText(name))
        .locator("dd");
  }

  @Test
  void aScopedTokenMayToItsOwnInterviewWhatItMayNotToAnothers() {
    visit.travel(4);
    visit.click("Inspect token 1.2.3");

    assertThat(visit.page().locator("[data-operation=GET_INTERVIEW] .may"))
        .hasText(new String[] {"yes", "no"});
  }

  @Test
  void aTokenIsDecodedInThePage() {
    visit.travel(1);
    visit.open("Tokens");
    visit.field("Token of the journey").selectOption(new SelectOption().setIndex(1));

    assertThat(visit.page().locator("#panel-tokens .pair .facts dd"))
        .hasText(new String[] {"2026-01-31T09:00:00.000Z", "2026-01-31T19:00:00.000Z"});
  }

  @Test
  void anAccessTokenIsRefusedAsExpiredElevenHoursLater() {
    visit.travel(1);
    visit.open("Clock");
    visit.click("11 hours");
    assertThat(visit.page().locator("#panel-clock .done"))
        .hasText("It is 2026-01-31T20:00:00Z now.");
    visit.open("Tokens");
    visit.field("Token of the journey").selectOption(new SelectOption().setIndex(1));

    assertThat(fact("tokens", "As a bearer token")).hasText("refused: Access Token expired");
  }

  @Test
  void aClockOfTheSystemIsSaidNotToMove(Browser browser) {
    try (AuthSandbox systems = AuthSandbox.start();
        Visit there = Visit.to(systems, browser)) {
      there.open("Clock");
      there.click("1 hour");

      assertThat(there.page().locator("#panel-clock .problem"))
          .containsText("The clock cannot be moved");
    }
  }

  @Test
  void anArmedFaultMeetsTheNextRequest() {
    visit.open("Faults");
    visit.click("Arm");
    assertThat(visit.page().locator("#panel-faults .done")).hasText("Armed.");
    visit.open("Journey");
    visit.click("Get the token");
    assertThat(visit.outcomes().locator(".status")).hasText("429");
    visit.open("Requests");

    assertThat(visit.page().locator(".step.planned .status")).hasText("429");
  }

  @Test
  void aFaultPlanThatIsMistakenIsToldWithAllItsMistakes() {
    visit.open("Faults");
    visit.click("Add another fault");
    visit.field("Probability").fill("2");
    visit.click("Arm");

    assertThat(visit.page().locator("#panel-faults .problem li")).hasCount(1);
  }

  @Test
  void aMistakenAppIsToldWithAllItsMistakes() {
    visit.open("Apps");
    visit.field("Key").fill("mine");
    visit.field("Kind").selectOption("");
    visit.click("Register");

    assertThat(visit.page().locator("#panel-apps .problem li code"))
        .hasText(new String[] {"secret", "scope"});
  }

  @Test
  void anAppIsRegisteredAndRemoved() {
    visit.open("Apps");
    visit.field("Key").fill("mine");
    visit.field("Secret").fill("hush");
    visit.click("Register");
    assertThat(visit.page().locator("#panel-apps .done")).hasText("mine is registered.");
    visit.click("Remove mine");

    assertThat(visit.page().locator("#panel-apps .done")).hasText("mine is removed.");
  }

  @Test
  void aResetIsAskedTwice(AuthSandbox sandbox) {
    visit.travel(1);
    visit.click("Reset…");
    visit.click("Reset");
    assertThat(visit.outcomes()).hasCount(0);

    assertThat(sandbox.journal().entries()).isEmpty();
  }

  @Test
  void theDiagramPauses(AuthSandbox sandbox) {
    visit.open("Requests");
    visit.click("Pause");
    RawHttp.to(sandbox).json("POST", "/partners/v1/auth/accesstoken", "{}");
    // The second time is asked for when all that the first round reads was read.
    visit.page().waitForResponse("**/__admin/clock", () -> {});
    visit.page().waitForResponse("**/__admin/clock", () -> {});
    assertThat(visit.step(1)).hasCount(0);
    visit.click("Go on");

    assertThat(visit.step(1)).hasCount(1);
  }

  @Test
  void theDiagramIsCleared() {
    visit.travel(1);
    visit.open("Requests");
    visit.step(1).waitFor();
    visit.click("Clear");

    assertThat(visit.page().locator(".diagram .empty")).isVisible();
  }
}
