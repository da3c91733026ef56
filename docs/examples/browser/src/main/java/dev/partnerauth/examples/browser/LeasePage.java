package dev.partnerauth.examples.browser;

import dev.partnerauth.examples.plain.Site;
import dev.partnerauth.examples.plain.Site.Asset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The page and its three files. */
final class LeasePage {

  private LeasePage() {}

  /**
   * @param platform where the page finds its interviews
   */
  static Site talkingTo(URI platform) {
    return new Site(
        Map.of(
            "/",
            new Asset("text/html", read("index.html").replace("{{platform}}", platform.toString())),
            "/page.css",
            new Asset("text/css", read("page.css")),
            "/page.js",
            new Asset("text/javascript", read("page.js")),
            "/platform.js",
            new Asset("text/javascript", read("platform.js"))));
  }

  private static String read(String name) {
    try (InputStream file = Objects.requireNonNull(LeasePage.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
