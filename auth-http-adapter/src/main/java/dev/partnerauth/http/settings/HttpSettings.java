package dev.partnerauth.http.settings;

import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All settings of the HTTP adapter, as a program makes them or as its configuration spells them.
 *
 * @param network how a transport connects
 * @param calls how often a call is tried
 */
public record HttpSettings(NetworkSettings network, CallSettings calls) {

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
    CallSettings calls = CallSettings.standard();
    NetworkSettings network = NetworkSettings.standard();

    Object[] callComponents = {
      reader.number("tries", calls.tries()),
      reader.duration("first-pause", calls.firstPause()),
      reader.duration("longest-pause", calls.longestPause()),
      reader.number("extra-traffic", calls.extraTraffic()),
      reader.number("largest-answer", calls.largestAnswer())
    };
    Object[] networkComponents = {
      reader.duration("connect-timeout", network.connectTimeout()),
      reader.duration("handshake-timeout", network.handshakeTimeout()),
      reader.duration("response-timeout", network.responseTimeout()),
      reader.number("max-connections", network.maxConnections()),
      reader.duration("connection-life", network.connectionLife()),
      reader.duration("idle-life", network.idleLife()),
      reader.duration("close-grace", network.closeGrace()),
      reader.text("user-agent-suffix").orElse(network.userAgentSuffix()),
      reader.proxy(),
      reader.tls().orElse(network.tls())
    };

    List<Violation> violations = new ArrayList<>(reader.violations());
    violations.addAll(SettingsCheck.violations(CallSettings.class, callComponents));
    violations.addAll(SettingsCheck.violations(NetworkSettings.class, networkComponents));
    return violations.isEmpty()
        ? Either.right(
            new HttpSettings(
                SettingsCheck.made(NetworkSettings.class, networkComponents),
                SettingsCheck.made(CallSettings.class, callComponents)))
        : Either.left(new InvalidSettings(violations));
  }

  /** With another network. */
  public HttpSettings with(NetworkSettings other) {
    return new HttpSettings(other, calls);
  }

  /** With other calls. */
  public HttpSettings with(CallSettings other) {
    return new HttpSettings(network, other);
  }
}
