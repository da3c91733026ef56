package dev.partnerauth.testkit.fidelity;

import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.testkit.fidelity.Findings.Step;
import java.util.List;
import java.util.stream.Stream;

/** Of {@link HttpRows}. */
final class HttpProbes {

  private static final String PATH = Endpoint.ACCESS_TOKEN.path();

  private HttpProbes() {}

  static List<Probe> all() {
    return List.of(
        new Probe(HttpRows.OTHER_PATHS, HttpProbes::otherPaths),
        new Probe(HttpRows.OTHER_METHODS, HttpProbes::otherMethods),
        new Probe(HttpRows.QUERY, HttpProbes::query),
        new Probe(HttpRows.CONTENT_TYPE, HttpProbes::contentType));
  }

  private static Finding otherPaths(Partner partner) {
    return Findings.status(404, partner.send(Request.of("POST", PATH + "/", "{}")));
  }

  private static Finding otherMethods(Partner partner) {
    return Findings.all(
        Stream.of(
            new Step("GET", () -> Findings.status(405, partner.send(Request.of("GET", PATH, "")))),
            new Step(
                "GET of another path",
                () -> Findings.status(404, partner.send(Request.of("GET", "/nothing", ""))))));
  }

  private static Finding query(Partner partner) {
    return Findings.granted(partner.send(credentials(partner).to(PATH + "?probe=1")));
  }

  private static Finding contentType(Partner partner) {
    return Findings.granted(
        partner.send(
            credentials(partner)
                .header("Content-Type", "text/plain")
                .header("Accept", "text/html")));
  }

  private static Request credentials(Partner partner) {
    return Request.accessToken(Partner.clientCredentials(partner.backend()));
  }
}
