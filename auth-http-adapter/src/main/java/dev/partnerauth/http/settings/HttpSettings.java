package dev.partnerauth.http.settings;

import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All settings of the HTTP adapter, as a program makes them or as its configuration spells them.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class HttpSettings {

  private final NetworkSettings network;
  private final CallSettings calls;

  private HttpSettings(NetworkSettings network, CallSettings calls) {
    this.network = network;
    this.calls = calls;
  }

  public static HttpSettings standard() {
    return new HttpSettings(NetworkSettings.standard(), CallSettings.standard());
  }

  /**
   * Reads settings by name: {@code connect-timeout}, {@code handshake-timeout}, {@code
   * response-timeout}, {@code max-connections}, {@code connection-life}, {@code idle-life}, {@code
   * close-grace}, {@code user-agent-suffix}, {@code proxy} ({@code host:port}), {@code proxy-user},
   * {@code proxy-password}, {@code trust-store}, {@code trust-store-password}, {@code key-store},
   * {@code key-store-password}, {@code tries}, {@code first-pause}, {@code longest-pause}, {@code
   * extra-traffic}, {@code largest-answer}. What is not given is as in {@link #standard}. Durations
   * are written like {@code 500ms}, {@code 2s}, {@code 10m}, {@code 1h} or as ISO 8601 has them.
   * Reads the key stores.
   *
   * @return the settings, or everything that is wrong with them, unknown names included
   */
  public static Either<InvalidSettings, HttpSettings> of(Map<String, String> given) {
    SettingsReader reader = new SettingsReader(given);
    SettingValues network = reader.values(NetworkSettings.ALL);
    SettingValues calls = reader.values(CallSettings.ALL);
    List<Violation> violations = reader.violations();
    return violations.isEmpty()
        ? Either.right(new HttpSettings(new NetworkSettings(network), new CallSettings(calls)))
        : Either.left(new InvalidSettings(violations));
  }

  /** How a transport connects. */
  public NetworkSettings network() {
    return network;
  }

  /** How often a call is tried. */
  public CallSettings calls() {
    return calls;
  }

  /** With another network. */
  public HttpSettings with(NetworkSettings other) {
    return new HttpSettings(other, calls);
  }

  /** With other calls. */
  public HttpSettings with(CallSettings other) {
    return new HttpSettings(network, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HttpSettings settings
        && network.equals(settings.network)
        && calls.equals(settings.calls);
  }

  @Override
  public int hashCode() {
    return Objects.hash(network, calls);
  }

  @Override
  public String toString() {
    return "HttpSettings{" + network + ", " + calls + "}";
  }
}
