package dev.partnerauth.http;

import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.http.transport.Loopback;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the Authentication API is: the part of its addresses before {@code /accesstoken}. Plain
 * {@code http} is accepted for loopback only, since every request carries a secret.
 *
 * @since 0.1.0
 */
public final class BaseAddress {

  private static final String FIELD = "base address";
  private static final int LAST_PORT = 65_535;

  private final URI uri;
  private final Map<Endpoint, URI> endpoints = new EnumMap<>(Endpoint.class);

  private BaseAddress(URI uri) {
    this.uri = uri;
    for (Endpoint endpoint : Endpoint.values()) {
      endpoints.put(endpoint, URI.create(uri + endpoint.path()));
    }
  }

  /** The platform's sandbox. */
  public static BaseAddress sandbox() {
    return new BaseAddress(URI.create("https://api-sandbox.rocketlawyer.com/partners/v1/auth"));
  }

  /** The platform itself. */
  public static BaseAddress production() {
    return new BaseAddress(URI.create("https://api.rocketlawyer.com/partners/v1/auth"));
  }

  /** Any other place that speaks the same API: a proxy, a mock, a sandbox of your own. */
  public static Either<Violation, BaseAddress> of(String text) {
    try {
      return of(new URI(Objects.requireNonNull(text, "base address is null").strip()));
    } catch (URISyntaxException e) {
      return Either.left(malformed("is not an address"));
    }
  }

  /** Any other place that speaks the same API. */
  public static Either<Violation, BaseAddress> of(URI uri) {
    return violationOf(uri)
        .<Either<Violation, BaseAddress>>map(Either::left)
        .orElseGet(() -> Either.right(new BaseAddress(withoutTrailingSlash(uri))));
  }

  private static Optional<Violation> violationOf(URI uri) {
    if (uri.getHost() == null) {
      return Optional.of(malformed("has no host"));
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return Optional.of(malformed("has more than scheme, host, port and path"));
    }
    if (uri.getPort() > LAST_PORT) {
      return Optional.of(malformed("has a port beyond " + LAST_PORT));
    }
    if (namesAnEndpoint(uri.getPath())) {
      return Optional.of(malformed("names an endpoint"));
    }
    if ("https".equalsIgnoreCase(uri.getScheme())) {
      return Optional.empty();
    }
    return "http".equalsIgnoreCase(uri.getScheme()) && Loopback.is(uri.getHost())
        ? Optional.empty()
        : Optional.of(malformed("is not https, and not on loopback"));
  }

  private static boolean namesAnEndpoint(String path) {
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return Arrays.stream(Endpoint.values()).anyMatch(endpoint -> bare.endsWith(endpoint.path()));
  }

  private static Violation malformed(String problem) {
    return new Violation.Malformed(
        FIELD,
        problem,
        "an address like https://api.rocketlawyer.com/partners/v1/auth, without /accesstoken");
  }

  private static URI withoutTrailingSlash(URI uri) {
    String text = uri.toString();
    return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
  }

  /** The address of one endpoint. */
  public URI of(Endpoint endpoint) {
    return Objects.requireNonNull(endpoints.get(endpoint));
  }

  /** Scheme, host and port, without a slash: where the platform's other services are. */
  public URI root() {
    return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
  }

  public URI uri() {
    return uri;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BaseAddress address && uri.equals(address.uri);
  }

  @Override
  public int hashCode() {
    return uri.hashCode();
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
