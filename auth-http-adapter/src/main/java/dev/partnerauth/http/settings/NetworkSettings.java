package dev.partnerauth.http.settings;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Optional;

/**
 * How a transport connects. Whatever a client cannot be told is said at that transport. Valid at
 * birth.
 *
 * @param connectTimeout for the connection, for each address of the name; looking the name up is
 *     limited by the call as a whole only; 1 ms to 10 min
 * @param handshakeTimeout for the TLS handshake; 1 ms to 10 min
 * @param responseTimeout for the answer to begin, and between its parts; 1 ms to 10 min
 * @param maxConnections how many connections are open at most; whoever finds none free waits for
 *     one; 1 to 10,000
 * @param connectionLife after which a connection takes no further request; 1 s to 1 day
 * @param idleLife after which an unused connection is closed; 1 s to 1 day
 * @param closeGrace how long closing waits for what is under way; up to 10 min
 * @param userAgentSuffix what {@code User-Agent} says beyond this library's name; printable ASCII,
 *     200 characters at most, empty for nothing
 * @param proxy by way of which every host is reached, but for loopback
 * @param tls what is trusted and what is presented
 */
@Introspected
public record NetworkSettings(
    @Lasting(atLeast = "PT0.001S", atMost = "PT10M") Duration connectTimeout,
    @Lasting(atLeast = "PT0.001S", atMost = "PT10M") Duration handshakeTimeout,
    @Lasting(atLeast = "PT0.001S", atMost = "PT10M") Duration responseTimeout,
    @Min(value = 1, message = CONNECTIONS) @Max(value = 10_000, message = CONNECTIONS)
        int maxConnections,
    @Lasting(atLeast = "PT1S", atMost = "P1D") Duration connectionLife,
    @Lasting(atLeast = "PT1S", atMost = "P1D") Duration idleLife,
    @Lasting(atLeast = "PT0S", atMost = "PT10M") Duration closeGrace,
    @NotNull @Pattern(regexp = "[ -~]{0,200}", message = AGENT) String userAgentSuffix,
    @NotNull Optional<HttpProxy> proxy,
    @NotNull TlsMaterial tls) {

  private static final String CONNECTIONS = "a number from 1 to 10000";
  private static final String AGENT = "printable ASCII, 200 characters at most";

  /**
   * Checks every component.
   *
   * @throws InvalidSettingsException naming all that do not hold
   */
  public NetworkSettings {
    SettingsCheck.require(
        NetworkSettings.class,
        connectTimeout,
        handshakeTimeout,
        responseTimeout,
        maxConnections,
        connectionLife,
        idleLife,
        closeGrace,
        userAgentSuffix,
        proxy,
        tls);
  }

  /**
   * 2 s to connect and 2 s for the handshake, 10 s for the answer; 20 connections, each for 10
   * minutes, closed after 50 s without use; 5 s for the last ones; no proxy; what the JVM trusts.
   */
  public static NetworkSettings standard() {
    return new NetworkSettings(
        Duration.ofSeconds(2),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        20,
        Duration.ofMinutes(10),
        Duration.ofSeconds(50),
        Duration.ofSeconds(5),
        "",
        Optional.empty(),
        TlsMaterial.system());
  }

  /** With other limits of time, each for one phase. */
  public NetworkSettings timeouts(Duration connect, Duration handshake, Duration response) {
    return new NetworkSettings(
        connect,
        handshake,
        response,
        maxConnections,
        connectionLife,
        idleLife,
        closeGrace,
        userAgentSuffix,
        proxy,
        tls);
  }

  /** With another pool. */
  public NetworkSettings pool(int connections, Duration life, Duration idle) {
    return new NetworkSettings(
        connectTimeout,
        handshakeTimeout,
        responseTimeout,
        connections,
        life,
        idle,
        closeGrace,
        userAgentSuffix,
        proxy,
        tls);
  }

  public NetworkSettings closeGrace(Duration grace) {
    return new NetworkSettings(
        connectTimeout,
        handshakeTimeout,
        responseTimeout,
        maxConnections,
        connectionLife,
        idleLife,
        grace,
        userAgentSuffix,
        proxy,
        tls);
  }

  public NetworkSettings userAgentSuffix(String suffix) {
    return new NetworkSettings(
        connectTimeout,
        handshakeTimeout,
        responseTimeout,
        maxConnections,
        connectionLife,
        idleLife,
        closeGrace,
        suffix,
        proxy,
        tls);
  }

  /** By way of a proxy. */
  public NetworkSettings via(HttpProxy through) {
    return new NetworkSettings(
        connectTimeout,
        handshakeTimeout,
        responseTimeout,
        maxConnections,
        connectionLife,
        idleLife,
        closeGrace,
        userAgentSuffix,
        Optional.of(through),
        tls);
  }

  /** With other certificates. */
  public NetworkSettings secured(TlsMaterial material) {
    return new NetworkSettings(
        connectTimeout,
        handshakeTimeout,
        responseTimeout,
        maxConnections,
        connectionLife,
        idleLife,
        closeGrace,
        userAgentSuffix,
        proxy,
        material);
  }
}
