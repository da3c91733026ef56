package dev.partnerauth.http.settings;

import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An HTTP proxy, with the credentials that it asks for. Immutable; prints its address and its user,
 * never the password.
 *
 * @since 0.1.0
 */
public final class HttpProxy {

  private static final int LAST_PORT = 65_535;
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]+]");

  private final String host;
  private final int port;
  private final transient Optional<Login> login;

  private HttpProxy(String host, int port, Optional<Login> login) {
    this.host = host;
    this.port = port;
    this.login = login;
  }

  /**
   * A proxy that lets everybody pass.
   *
   * @param host its name or address; an IPv6 address in brackets
   */
  public static Either<Violation, HttpProxy> of(String host, int port) {
    boolean valid = HOST.matcher(host).matches() && port >= 1 && port <= LAST_PORT;
    return valid
        ? Either.right(new HttpProxy(host, port, Optional.empty()))
        : Either.left(malformed("is not a host and a port"));
  }

  /** Reads {@code host:port}. */
  public static Either<Violation, HttpProxy> of(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    String port = hostAndPort.substring(colon + 1);
    return colon > 0 && port.matches("[0-9]{1,5}")
        ? of(hostAndPort.substring(0, colon), Integer.parseInt(port))
        : Either.left(malformed("is not a host and a port"));
  }

  private static Violation malformed(String problem) {
    return new Violation.Malformed("proxy", problem, "host:port, like proxy.example:3128");
  }

  /** The same proxy, which wants to know who asks. */
  public HttpProxy as(String user, String password) {
    return new HttpProxy(host, port, Optional.of(new Login(user, password)));
  }

  public String host() {
    return host;
  }

  public int port() {
    return port;
  }

  /** Whom to tell the proxy that we are. */
  public Optional<Login> login() {
    return login;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HttpProxy proxy
        && port == proxy.port
        && host.equals(proxy.host)
        && login.equals(proxy.login);
  }

  @Override
  public int hashCode() {
    return Objects.hash(host, port);
  }

  @Override
  public String toString() {
    return host + ":" + port + login.map(known -> " as " + known.user()).orElse("");
  }

  /** A user's name and password. Prints the name only. */
  public static final class Login {

    private final String user;
    private final transient String password;

    private Login(String user, String password) {
      this.user = Objects.requireNonNull(user);
      this.password = Objects.requireNonNull(password);
    }

    public String user() {
      return user;
    }

    /** The password itself. */
    public String reveal() {
      return password;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Login login
          && user.equals(login.user)
          && password.equals(login.password);
    }

    @Override
    public int hashCode() {
      return user.hashCode();
    }

    @Override
    public String toString() {
      return user;
    }
  }
}
