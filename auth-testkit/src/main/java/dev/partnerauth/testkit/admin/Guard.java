package dev.partnerauth.testkit.admin;

import dev.partnerauth.testkit.server.WireAnswer;
import dev.partnerauth.testkit.server.WireRequest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Keeps the pages of other sites away from what is served for whoever runs the sandbox. */
public final class Guard {

  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\])(:[0-9]{1,5})?");
  private static final Pattern LOCAL_NETWORK =
      Pattern.compile(
          "([A-Za-z0-9_-]+|[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-fA-F:.]+\\])(:[0-9]{1,5})?");
  private static final Set<String> FROM_HERE = Set.of("same-origin", "none");
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private Guard() {}

  /** Why the request is not served, if it is not. */
  public static Optional<WireAnswer> refusal(WireRequest request) {
    if (!isForThisHost(request)) {
      return forbidden("The Host header names another machine. Use this one's address.");
    }
    if (READING.contains(request.method())) {
      return Optional.empty();
    }
    if (!isFromThisSite(request)) {
      return forbidden("The page of another site asks for this. Use the console at /.");
    }
    boolean json =
        request
            .header("Content-Type")
            .filter(type -> type.split(";", 2)[0].strip().equalsIgnoreCase("application/json"))
            .isPresent();
    return json || request.method().equals("DELETE")
        ? Optional.empty()
        : Optional.of(
            WireAnswer.problem(
                415, "Unsupported media type", "Send Content-Type: application/json."));
  }

  /**
   * A name with dots may resolve to this machine only for the page that asks (DNS rebinding).
   * Whoever comes from elsewhere may use an address, or a name of the local network.
   */
  private static boolean isForThisHost(WireRequest request) {
    Pattern allowed = request.overLoopback() ? LOOPBACK : LOCAL_NETWORK;
    return request.header("Host").filter(host -> allowed.matcher(host).matches()).isPresent();
  }

  private static boolean isFromThisSite(WireRequest request) {
    boolean sameOrigin =
        request
            .header("Origin")
            .map(origin -> origin.replaceFirst("^https?://", ""))
            .map(authority -> Optional.of(authority).equals(request.header("Host")))
            .orElse(true);
    return sameOrigin && request.header("Sec-Fetch-Site").map(FROM_HERE::contains).orElse(true);
  }

  private static Optional<WireAnswer> forbidden(String detail) {
    return Optional.of(WireAnswer.problem(403, "Forbidden", detail));
  }
}
