package dev.partnerauth.http.settings;

import static dev.partnerauth.http.settings.Setting.duration;
import static dev.partnerauth.http.settings.Setting.number;
import static dev.partnerauth.http.settings.Setting.text;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a transport connects. Whatever a client cannot be told is said at that transport. Immutable
 * and valid at birth: each method that changes a component throws {@link InvalidSettingsException}
 * when it does not hold.
 *
 * @since 0.1.0
 */
public final class NetworkSettings {

  private static final DurationRange TIMEOUT = new DurationRange("PT0.001S", "PT10M");
  private static final DurationRange LIFE = new DurationRange("PT1S", "P1D");
  private static final DurationRange GRACE = new DurationRange("PT0S", "PT10M");

  private static final Setting<Duration> CONNECT_TIMEOUT =
      duration("connect-timeout", "PT2S", TIMEOUT);

  private static final Setting<Duration> HANDSHAKE_TIMEOUT =
      duration("handshake-timeout", "PT2S", TIMEOUT);

  private static final Setting<Duration> RESPONSE_TIMEOUT =
      duration("response-timeout", "PT10S", TIMEOUT);

  private static final Setting<Integer> MAX_CONNECTIONS =
      number("max-connections", 20, 1, 10_000, "a number");

  private static final Setting<Duration> CONNECTION_LIFE =
      duration("connection-life", "PT10M", LIFE);

  private static final Setting<Duration> IDLE_LIFE = duration("idle-life", "PT50S", LIFE);

  private static final Setting<Duration> CLOSE_GRACE = duration("close-grace", "PT5S", GRACE);

  private static final Setting<String> USER_AGENT_SUFFIX =
      text("user-agent-suffix", "", "[ -~]{0,200}", "printable ASCII, 200 characters at most");

  private static final Setting<Optional<HttpProxy>> PROXY =
      Setting.of("proxy", SettingsReader::proxy);

  private static final Setting<TlsMaterial> TLS = Setting.of("tls", SettingsReader::tls);

  /** In the order in which they are printed. */
  static final List<Setting<?>> ALL =
      List.of(
          CONNECT_TIMEOUT,
          HANDSHAKE_TIMEOUT,
          RESPONSE_TIMEOUT,
          MAX_CONNECTIONS,
          CONNECTION_LIFE,
          IDLE_LIFE,
          CLOSE_GRACE,
          USER_AGENT_SUFFIX,
          PROXY,
          TLS);

  private final SettingValues values;

  NetworkSettings(SettingValues values) {
    this.values = values;
  }

  /**
   * 2 s to connect and 2 s for the handshake, 10 s for the answer; 20 connections, each for 10
   * minutes, closed after 50 s without use; 5 s for the last ones; no proxy; what the JVM trusts.
   */
  public static NetworkSettings standard() {
    return new NetworkSettings(SettingValues.standard(ALL));
  }

  private <T> NetworkSettings with(Setting<T> setting, T value) {
    return new NetworkSettings(values.with(setting, value));
  }

  public Duration connectTimeout() {
    return values.get(CONNECT_TIMEOUT);
  }

  /**
   * For the connection, for each address of the name; looking the name up is limited by the call as
   * a whole only; 1 ms to 10 min.
   */
  public NetworkSettings connectTimeout(Duration limit) {
    return with(CONNECT_TIMEOUT, limit);
  }

  public Duration handshakeTimeout() {
    return values.get(HANDSHAKE_TIMEOUT);
  }

  /** For the TLS handshake; 1 ms to 10 min. */
  public NetworkSettings handshakeTimeout(Duration limit) {
    return with(HANDSHAKE_TIMEOUT, limit);
  }

  public Duration responseTimeout() {
    return values.get(RESPONSE_TIMEOUT);
  }

  /** For the answer to begin, and between its parts; 1 ms to 10 min. */
  public NetworkSettings responseTimeout(Duration limit) {
    return with(RESPONSE_TIMEOUT, limit);
  }

  public int maxConnections() {
    return values.get(MAX_CONNECTIONS);
  }

  /** How many connections are open at most; whoever finds none free waits for one; 1 to 10,000. */
  public NetworkSettings maxConnections(int most) {
    return with(MAX_CONNECTIONS, most);
  }

  public Duration connectionLife() {
    return values.get(CONNECTION_LIFE);
  }

  /** After which a connection takes no further request; 1 s to 1 day. */
  public NetworkSettings connectionLife(Duration life) {
    return with(CONNECTION_LIFE, life);
  }

  public Duration idleLife() {
    return values.get(IDLE_LIFE);
  }

  /** After which an unused connection is closed; 1 s to 1 day. */
  public NetworkSettings idleLife(Duration life) {
    return with(IDLE_LIFE, life);
  }

  public Duration closeGrace() {
    return values.get(CLOSE_GRACE);
  }

  /** How long closing waits for what is under way; up to 10 min. */
  public NetworkSettings closeGrace(Duration grace) {
    return with(CLOSE_GRACE, grace);
  }

  public String userAgentSuffix() {
    return values.get(USER_AGENT_SUFFIX);
  }

  /**
   * What {@code User-Agent} says beyond this library's name; printable ASCII, 200 characters at
   * most, empty for nothing.
   */
  public NetworkSettings userAgentSuffix(String suffix) {
    return with(USER_AGENT_SUFFIX, suffix);
  }

  public Optional<HttpProxy> proxy() {
    return values.get(PROXY);
  }

  /** By way of which every host is reached, but for loopback. */
  public NetworkSettings proxy(HttpProxy through) {
    return with(PROXY, Optional.of(through));
  }

  public TlsMaterial tls() {
    return values.get(TLS);
  }

  /** What is trusted and what is presented. */
  public NetworkSettings tls(TlsMaterial material) {
    return with(TLS, material);
  }

  /** Certificates and keys are compared by identity: they can be renewed. */
  @Override
  public boolean equals(Object other) {
    return other instanceof NetworkSettings settings && values.equals(settings.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return "NetworkSettings" + values;
  }
}
