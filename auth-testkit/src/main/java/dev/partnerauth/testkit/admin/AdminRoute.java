package dev.partnerauth.testkit.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.testkit.server.WireAnswer;
import dev.partnerauth.testkit.server.WireRequest;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * One operation of the admin API.
 *
 * @param path may end in a variable in braces
 * @param schema of the body that it wants, by its name in the OpenAPI document
 * @param handler is given the variable's value, or an empty text
 */
record AdminRoute(
    String method,
    String path,
    String summary,
    Optional<String> schema,
    BiFunction<WireRequest, String, WireAnswer> handler) {

  static AdminRoute of(
      String method,
      String path,
      String summary,
      BiFunction<WireRequest, String, WireAnswer> handler) {
    return new AdminRoute(method, path, summary, Optional.empty(), handler);
  }

  AdminRoute taking(String body) {
    return new AdminRoute(method, path, summary, Optional.of(body), handler);
  }

  /** The variable's value, or an empty text, where the path is one of this route's. */
  Optional<String> match(String asked) {
    int variable = path.indexOf('{');
    if (variable < 0) {
      return path.equals(asked) ? Optional.of("") : Optional.empty();
    }
    return Optional.of(asked)
        .filter(text -> text.startsWith(path.substring(0, variable)))
        .map(text -> text.substring(variable))
        .filter(value -> !value.isEmpty() && !value.contains("/"))
        .flatMap(AdminRoute::decoded);
  }

  /** In a path a plus sign stands for itself. */
  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value.replace("+", "%2B"), UTF_8));
    } catch (IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
  }
}
