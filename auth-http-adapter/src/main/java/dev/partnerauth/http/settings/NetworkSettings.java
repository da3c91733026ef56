package dev.partnerauth.http.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a transport connects. Whatever a client cannot be told is said at that transport. Immutable
 * and valid at birth: each method that changes a component throws {@link InvalidSettingsException}
 * when it does not hold.
 *
 * @since 0.1.0
 */
public final class NetworkSettings {

  private final NetworkDraft draft;

  NetworkSettings(NetworkDraft draft) {
    this.draft = draft.checked();
  }

  /**
   * 2 s to connect and 2 s for the handshake, 10 s for the answer; 20 connections, each for 10
   * minutes, closed after 50 s without use; 5 s for the last ones; no proxy; what the JVM trusts.
   */
  public static NetworkSettings standard() {
    return new NetworkSettings(new NetworkDraft());
  }

  private NetworkSettings with(Consumer<NetworkDraft> change) {
    return new NetworkSettings(draft.with(change));
  }

  public Duration connectTimeout() {
    return draft.connectTimeout;
  }

  /**
   * For the connection, for each address of the name; looking the name up is limited by the call as
   * a whole only; 1 ms to 10 min.
   */
  public NetworkSettings connectTimeout(Duration limit) {
    return with(next -> next.connectTimeout = limit);
  }

  public Duration handshakeTimeout() {
    return draft.handshakeTimeout;
  }

  /** For the TLS handshake; 1 ms to 10 min. */
  public NetworkSettings handshakeTimeout(Duration limit) {
    return with(next -> next.handshakeTimeout = limit);
  }

  public Duration responseTimeout() {
    return draft.responseTimeout;
  }

  /** For the answer to begin, and between its parts; 1 ms to 10 min. */
  public NetworkSettings responseTimeout(Duration limit) {
    return with(next -> next.responseTimeout = limit);
  }

  public int maxConnections() {
    return draft.maxConnections;
  }

  /** How many connections are open at most; whoever finds none free waits for one; 1 to 10,000. */
  public NetworkSettings maxConnections(int most) {
    return with(next -> next.maxConnections = most);
  }

  public Duration connectionLife() {
    return draft.connectionLife;
  }

  /** After which a connection takes no further request; 1 s to 1 day. */
  public NetworkSettings connectionLife(Duration life) {
    return with(next -> next.connectionLife = life);
  }

  public Duration idleLife() {
    return draft.idleLife;
  }

  /** After which an unused connection is closed; 1 s to 1 day. */
  public NetworkSettings idleLife(Duration life) {
    return with(next -> next.idleLife = life);
  }

  public Duration closeGrace() {
    return draft.closeGrace;
  }

  /** How long closing waits for what is under way; up to 10 min. */
  public NetworkSettings closeGrace(Duration grace) {
    return with(next -> next.closeGrace = grace);
  }

  public String userAgentSuffix() {
    return draft.userAgentSuffix;
  }

  /**
   * What {@code User-Agent} says beyond this library's name; printable ASCII, 200 characters at
   * most, empty for nothing.
   */
  public NetworkSettings userAgentSuffix(String suffix) {
    return with(next -> next.userAgentSuffix = suffix);
  }

  public Optional<HttpProxy> proxy() {
    return draft.proxy;
  }

  /** By way of which every host is reached, but for loopback. */
  public NetworkSettings proxy(HttpProxy through) {
    return with(next -> next.proxy = Optional.of(through));
  }

  public TlsMaterial tls() {
    return draft.tls;
  }

  /** What is trusted and what is presented. */
  public NetworkSettings tls(TlsMaterial material) {
    return with(next -> next.tls = material);
  }

  /** Certificates and keys are compared by identity: they can be renewed. */
  @Override
  public boolean equals(Object other) {
    return other instanceof NetworkSettings settings && draft.equals(settings.draft);
  }

  @Override
  public int hashCode() {
    return draft.hashCode();
  }

  @Override
  public String toString() {
    return "NetworkSettings" + draft;
  }
}
