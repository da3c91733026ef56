package dev.partnerauth.testkit.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The browser of this machine, started for the first test that wants it. */
final class Chromium implements ParameterResolver {

  /** Longer than a busy machine needs. */
  static final double PATIENCE_MILLIS = 20_000;

  private static final Namespace OURS = Namespace.create(Chromium.class);

  private record Started(Playwright playwright, Browser browser) implements AutoCloseable {

    static Started headless() {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      return new Started(
          playwright,
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(
                          Path.of(System.getProperty("partnerauth.browser", "/usr/bin/chromium")))
                      .setHeadless(true)
                      .setArgs(arguments())));
    }

    /** Chromium's own sandbox refuses to work for root. */
    private static List<String> arguments() {
      return System.getProperty("user.name").equals("root") ? List.of("--no-sandbox") : List.of();
    }

    @Override
    public void close() {
      playwright.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .computeIfAbsent("browser", key -> Started.headless(), Started.class)
        .browser();
  }
}
