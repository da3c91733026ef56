package dev.partnerauth.examples.plain;

import java.io.IOException;
import java.util.Map;

/**
 * The page and its files.
 *
 * @param assets by their paths
 */
public record Site(Map<String, Asset> assets) {

  /** A file's media type and text. */
  public record Asset(String type, String text) {}

  public Site {
    assets = Map.copyOf(assets);
  }

  /** Nothing to see; the example with a page is {@code docs/examples/browser}. */
  static Site bare() {
    return new Site(Map.of("/", new Asset("text/html", "<!doctype html><title>Partner</title>")));
  }

  /**
   * @param connections where the page may connect to besides here
   */
  void serve(Call call, String connections) throws IOException {
    Asset asset = assets.get(call.path());
    if (asset == null) {
      call.answer(404);
      return;
    }
    call.with("X-Content-Type-Options", "nosniff")
        .with("Cache-Control", "no-cache")
        .with(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self';"
                + " frame-ancestors 'none'; form-action 'none'; base-uri 'none';"
                + " connect-src 'self' "
                + connections)
        .answer(200, asset.type(), asset.text());
  }
}
