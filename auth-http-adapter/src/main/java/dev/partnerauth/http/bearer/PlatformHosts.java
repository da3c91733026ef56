package dev.partnerauth.http.bearer;

import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hosts that a token may be sent to, each by scheme, name and port. Immutable. Plain {@code
 * http} is accepted for loopback only, and only with the port that was named.
 *
 * @since 0.1.0
 */
public final class PlatformHosts {

  private static final String EXPECTED =
      "an address like https://api.rocketlawyer.com, without a path";

  private final Set<Origin> named;
  private final Set<String> neverOverPlainHttp;

  private PlatformHosts(Set<Origin> named) {
    this.named = Set.copyOf(named);
    this.neverOverPlainHttp =
        named.stream()
            .map(Origin::host)
            .filter(host -> !isLoopback(host))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The platform's sandbox. */
  public static PlatformHosts sandbox() {
    return of(BaseAddress.sandbox());
  }

  /** The platform itself. */
  public static PlatformHosts production() {
    return of(BaseAddress.production());
  }

  /** The host that the tokens come from: one setting says where the platform is. */
  public static PlatformHosts of(BaseAddress base) {
    return new PlatformHosts(Set.of(Origin.of(base.uri())));
  }

  /** Hosts of your own choice, such as a gateway in front of the platform, or a local sandbox. */
  public static Either<Violation, PlatformHosts> of(String first, String... more) {
    Set<Origin> origins = new LinkedHashSet<>();
    Either<Violation, Origin> origin = origin(first);
    origin.forEach(origins::add);
    for (String address : more) {
      origin = origin.flatMap(valid -> origin(address)).peek(origins::add);
    }
    return origin.map(valid -> new PlatformHosts(origins));
  }

  /** What a base address may be, a host may be too, as long as it has no path. */
  private static Either<Violation, Origin> origin(String address) {
    return BaseAddress.of(address)
        .mapLeft(violation -> malformed(violation.problem()))
        .flatMap(
            base ->
                base.uri().getPath().isEmpty()
                    ? Either.right(Origin.of(base.uri()))
                    : Either.left(malformed("has a path")));
  }

  private static Violation malformed(String problem) {
    return new Violation.Malformed("platform host", problem, EXPECTED);
  }

  private static boolean isLoopback(String host) {
    String literal = host.contains(":") ? "[" + host + "]" : host;
    return BaseAddress.of(URI.create("http://" + literal)).isRight();
  }

  boolean name(Origin origin) {
    return named.contains(origin);
  }

  /** Whether a named host is meant, but over a connection that anybody may listen to. */
  boolean wouldBeExposedAt(Origin origin) {
    return !origin.isHttps() && neverOverPlainHttp.contains(origin.host());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlatformHosts hosts && named.equals(hosts.named);
  }

  @Override
  public int hashCode() {
    return named.hashCode();
  }

  @Override
  public String toString() {
    return named.stream().map(Origin::toString).sorted().collect(Collectors.joining(", "));
  }
}
