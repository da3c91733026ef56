package dev.partnerauth.testkit.fidelity;

import static dev.partnerauth.testkit.fidelity.Row.assumed;
import static dev.partnerauth.testkit.fidelity.Row.documented;

import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.testkit.server.ServerFacts;
import java.util.List;

/** Before any decision. */
final class HttpRows {

  static final Row OTHER_PATHS =
      assumed("any other path but those below, a trailing slash included: 404", "undocumented");

  static final Row OTHER_METHODS =
      assumed(
          "any other method on the two paths: 405; the path is looked at first", "undocumented");

  static final Row QUERY = assumed("a query string on them is ignored", "undocumented");

  static final Row CONTENT_TYPE =
      assumed(
          "the request's `Content-Type` and `Accept` are not looked at",
          "the reference wants JSON; what happens otherwise is undocumented");

  private HttpRows() {}

  static Section section() {
    return Section.of(
        "HTTP",
        List.of(
            documented(
                path(Endpoint.ACCESS_TOKEN) + " and " + path(Endpoint.SERVICE_TOKEN),
                "reference, guide"),
            assumed(
                "plain HTTP, on 127.0.0.1 unless told otherwise",
                "the platform speaks HTTPS only; loopback needs no certificate"),
            OTHER_PATHS,
            OTHER_METHODS,
            assumed(
                "these answers are `application/problem+json` (`title`, `status`, `detail`)",
                "RFC 9457 looks like none of the platform's own errors"),
            QUERY,
            CONTENT_TYPE,
            assumed(
                "bodies are read as UTF-8, and as strict JSON: with single quotes or bare names a"
                    + " body is no JSON",
                "undocumented; RFC 8259"),
            assumed(
                "a body above "
                    + ServerFacts.LARGEST_BODY / 1024
                    + " KiB: 413, with a problem as for an unknown path; looked at before the path",
                "undocumented; far above any published request"),
            assumed(
                "a request that has not come whole after "
                    + ServerFacts.PATIENCE.toSeconds()
                    + " s: 408, likewise, and the connection is closed, as is one that is silent for"
                    + " as long",
                "undocumented"),
            assumed(
                "a line of the head above "
                    + ServerFacts.LONGEST_LINE / 1024
                    + " KiB, or more than "
                    + ServerFacts.MOST_HEADERS
                    + " header lines: 431, likewise; what is no HTTP: 400",
                "undocumented"),
            assumed(
                "pages of any origin may use the operations below (CORS), and not the two paths"
                    + " above",
                "a front end calls them from the browser; a token endpoint's secrets are not for it"),
            assumed(
                "`/health`, `/__admin` and the console at `/` are ours, and not journaled",
                "the platform has none of them"),
            assumed(
                "answers have `Content-Type: application/json; charset=UTF-8`",
                "the reference says `application/json`; the character set makes it explicit"),
            assumed("`Date` follows the sandbox's clock", "everything here follows one clock"),
            assumed("`Server`, and `Connection: close` with a 400", "the HTTP library writes them"),
            assumed("no `Retry-After` and no `X-Request-Id`", "no document shows them")));
  }

  private static String path(Endpoint endpoint) {
    return "`POST " + ServerFacts.BASE_PATH + endpoint.path() + "`";
  }
}
