package dev.partnerauth.testkit.server;

import java.util.Map;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpResponseInterceptor;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** Says why a request was none, in place of the HTTP library, which would say it in plain text. */
record ProblemsOfHttp(Connections connections) implements HttpResponseInterceptor {

  static final int LONGEST_LINE = 8 * 1024;
  static final int MOST_HEADERS = 100;

  private static final Map<Integer, String> TITLES =
      Map.of(
          431, "Request header fields too large",
          501, "Not implemented",
          505, "HTTP version not supported");

  @Override
  public void process(HttpResponse response, EntityDetails entity, HttpContext context) {
    // Ours carry the platform's time from birth.
    if (!response.containsHeader("Date")) {
      WireAnswer problem = problem(response.getCode());
      connections
          .between(HttpCoreContext.cast(context).getEndpointDetails())
          .ifPresent(connection -> new RawAnswers(connection.session()).instead(problem));
    }
  }

  private static WireAnswer problem(int status) {
    return WireAnswer.problem(
        status,
        TITLES.getOrDefault(status, "Bad request"),
        "Send HTTP/1.1 with one Host header, at most "
            + MOST_HEADERS
            + " header lines of at most "
            + LONGEST_LINE
            + " bytes each, and a body as long as it says.");
  }
}
