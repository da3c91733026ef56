package dev.partnerauth.scope;

import dev.partnerauth.claim.BinderId;
import dev.partnerauth.claim.InterviewId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request recognised as an operation of the platform.
 *
 * @param variables the values of the path template's variables, as they stand in the path
 * @since 0.1.0
 */
public record Route(Operation operation, Map<String, String> variables) {

  /** What needs no escaping in a path (RFC 3986 section 3.3), less the semicolon. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~!$&'()*+,=:@-]+");

  public Route {
    variables = Map.copyOf(variables);
  }

  /**
   * The operation that a request asks for. A path that could mean another one to the server (dot
   * segments, escaped characters, empty segments, a query or fragment) is no operation at all.
   *
   * @param method upper-case, as on the wire
   * @param path without host and query
   */
  public static Optional<Route> of(String method, String path) {
    if (!path.startsWith("/")) {
      return Optional.empty();
    }
    List<String> segments = segments(path);
    if (!segments.stream().allMatch(Route::isPlain)) {
      return Optional.empty();
    }
    return Arrays.stream(Operation.values())
        .filter(operation -> operation.method().equals(method) || operation.method().equals("*"))
        .flatMap(operation -> match(operation, segments).stream())
        .findFirst();
  }

  private static Optional<Route> match(Operation operation, List<String> segments) {
    List<String> template = segments(operation.pathTemplate());
    boolean open = template.get(template.size() - 1).equals("**");
    int fixed = open ? template.size() - 1 : template.size();
    if (open ? segments.size() < fixed : segments.size() != fixed) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < fixed; i++) {
      String expected = template.get(i);
      if (expected.startsWith("{")) {
        variables.put(expected.substring(1, expected.length() - 1), segments.get(i));
      } else if (!expected.equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(new Route(operation, variables));
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  private static boolean isPlain(String segment) {
    return PLAIN.matcher(segment).matches() && !segment.equals(".") && !segment.equals("..");
  }

  /**
   * What the path says about the resource; facts that only the server knows are missing from it.
   */
  public Resource resource() {
    Optional<InterviewId> interview =
        variable("interviewId").flatMap(id -> InterviewId.of(id).toJavaOptional());
    Optional<BinderId> binder =
        variable("binderId").flatMap(id -> BinderId.of(id).toJavaOptional());
    return interview
        .<Resource>map(Resource::interview)
        .or(() -> binder.map(Resource::binder))
        .orElseGet(this::withoutId);
  }

  private Resource withoutId() {
    return operation.access() == Access.OWN_INTERVIEWS_DOCUMENT
        ? Resource.document()
        : Resource.none();
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }
}
