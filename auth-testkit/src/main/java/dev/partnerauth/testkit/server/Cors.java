package dev.partnerauth.testkit.server;

import dev.partnerauth.scope.Operation;
import dev.partnerauth.scope.Route;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Lets the pages of any origin use the operations of the platform (the Fetch standard's CORS
 * protocol). Not the token endpoints, where a page has no business: their secrets are the back
 * end's.
 */
final class Cors {

  private static final String METHODS =
      Arrays.stream(Operation.values())
          .map(Operation::method)
          .filter(method -> !method.equals("*"))
          .distinct()
          .sorted()
          .collect(Collectors.joining(", "));

  private Cors() {}

  static WireAnswer between(WireRequest request, Supplier<WireAnswer> platform) {
    if (request.header("Origin").isEmpty()) {
      return platform.get();
    }
    WireAnswer answer =
        request
            .header("Access-Control-Request-Method")
            .filter(method -> request.method().equals("OPTIONS"))
            .flatMap(method -> Route.of(method, request.path()))
            .map(asked -> preflight())
            .orElseGet(platform);
    return answer
        .with("Access-Control-Allow-Origin", "*")
        .with("Access-Control-Expose-Headers", "rl-rdoc-servicetoken");
  }

  private static WireAnswer preflight() {
    return WireAnswer.empty(204)
        .with("Access-Control-Allow-Methods", METHODS)
        .with("Access-Control-Allow-Headers", "authorization, content-type")
        .with("Access-Control-Max-Age", "600");
  }
}
