package dev.partnerauth.cache;

import dev.partnerauth.port.TokenEndpoint;
import dev.partnerauth.token.TokenName;
import java.util.Optional;

/**
 * The backoff of one endpoint, shared by all who ask there. A single key that keeps failing is no
 * outage: once others succeed, its failures are its own. And while the endpoint fails, the key that
 * failed last lets other keys probe first. Thread-safe.
 */
final class EndpointBackoff {

  private final TokenEndpoint endpoint;
  private final Backoff<TokenEndpoint> backoff = Backoff.unbounded();
  private volatile Optional<Long> lastSuccessNanos = Optional.empty();
  private volatile Optional<TokenName> failedLast = Optional.empty();
  private volatile boolean othersAsk;

  EndpointBackoff(TokenEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  TokenEndpoint endpoint() {
    return endpoint;
  }

  Backoff<TokenEndpoint> backoff() {
    return backoff;
  }

  Optional<BackoffState> state() {
    return backoff.state(endpoint);
  }

  void succeeded(long nanos) {
    lastSuccessNanos = Optional.of(nanos);
    recovered();
  }

  void recovered() {
    backoff.recovered(endpoint);
  }

  boolean succeededSince(Moment moment) {
    return lastSuccessNanos.filter(moment::isReachedAt).isPresent();
  }

  void failed(TokenName name, BackoffState latest) {
    failedLast = Optional.of(name);
    othersAsk = false;
    backoff.failed(endpoint, latest);
  }

  /** A caller was refused an attempt for this key. */
  void demanded(TokenName name) {
    if (failedLast.filter(name::equals).isEmpty()) {
      othersAsk = true;
    }
  }

  /** What closes the endpoint to this key; nothing once its next attempt is due. */
  Optional<BackoffState> closing(TokenName name, long nanos) {
    return state().filter(state -> !state.isDueAt(nanos) || letsOthersProbe(state, name, nanos));
  }

  private boolean letsOthersProbe(BackoffState state, TokenName name, long nanos) {
    return othersAsk
        && failedLast.filter(name::equals).isPresent()
        && !state.isDueAt(nanos - state.pause().toNanos());
  }
}
