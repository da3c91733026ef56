package dev.partnerauth.testkit.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.partnerauth.testkit.AuthSandbox;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody who has the console open, in a fresh profile. */
final class Visit implements AutoCloseable {

  /** What is clicked from the first token to the last refusal. */
  static final List<String> JOURNEY =
      List.of(
          "Get the token",
          "List the templates",
          "Begin the interview",
          "Exchange it",
          "Open the page",
          "Answer this page",
          "Answer this page",
          "Answer this page",
          "Complete it",
          "Fetch the document",
          "Try it",
          "Try it");

  private final BrowserContext context;
  private final URI root;
  private final Page page;
  private final List<String> asked = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private Visit(BrowserContext context, URI root) {
    this.context = context;
    this.root = root;
    this.page = context.newPage();
    page.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
    page.onRequest(request -> asked.add(request.url()));
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.navigate(root.toString());
  }

  static Visit to(AuthSandbox sandbox, Browser browser) {
    return to(sandbox, browser, 1280, ColorScheme.LIGHT);
  }

  static Visit to(AuthSandbox sandbox, Browser browser, int width, ColorScheme colours) {
    return new Visit(
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(colours)),
        sandbox.root());
  }

  Page page() {
    return page;
  }

  void open(String panel) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(panel).setExact(true))
        .click();
  }

  void click(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  Locator outcomes() {
    return page.locator(".outcome");
  }

  /** The first steps. */
  void travel(int steps) {
    travel(0, steps);
  }

  /** Returns when all its requests are answered. */
  void travel(int from, int to) {
    for (String action : JOURNEY.subList(from, to)) {
      int before = outcomes().count();
      click(action);
      assertThat(outcomes()).hasCount(before + 1);
    }
  }

  /** A step of the diagram, by its number; waits until it is drawn. */
  Locator step(long number) {
    return page.locator(".step[data-number='" + number + "']");
  }

  /** Where requests went that did not stay in the sandbox. */
  List<String> askedElsewhere() {
    return asked.stream().filter(url -> !url.startsWith(root + "/")).toList();
  }

  /** Less the statuses of refused requests, which Chromium tells as well. */
  List<String> complaints() {
    Pattern status = Pattern.compile("Failed to load resource: the server responded with .*");
    return complaints.stream().filter(text -> !status.matcher(text).matches()).toList();
  }

  /** All that stands in the document. */
  String document() {
    return (String) page.evaluate("document.documentElement.outerHTML");
  }

  @Override
  public void close() {
    context.close();
  }
}
