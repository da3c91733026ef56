package dev.partnerauth.cache.redis;

import dev.partnerauth.cache.CaffeineTokenStore;
import dev.partnerauth.cache.TokenRegion;
import dev.partnerauth.cache.TokenStore;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.SharedStoreState;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKind;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import java.security.SecureRandom;

/**
 * Keeps tokens in this process and shares them with other nodes through Redis. Made by {@link
 * RedisTokenCache.Builder}.
 *
 * <p>A node that needs a token takes a short lease and asks the server, while the others wait for
 * what it gets. Entries are sealed and live no longer than their token, twelve hours at most. A
 * rejected token is told to all nodes and leaves a tombstone. Nothing here waits for Redis longer
 * than a command may take: while it is away each node goes on alone. When it is back, each tells
 * again what it has rejected, for Redis may have forgotten. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RedisTokenStore implements TokenStore {

  private final CaffeineTokenStore near;
  private final SharedStore shared;
  private final LossAnnouncer announcer;

  private RedisTokenStore(CaffeineTokenStore near, SharedStore shared, LossAnnouncer announcer) {
    this.near = near;
    this.shared = shared;
    this.announcer = announcer;
  }

  /** Connects in the background; Redis may be away. */
  static RedisTokenStore connecting(
      RedisURI uri,
      SslOptions ssl,
      KeyRing keyRing,
      CaffeineTokenStore near,
      RedisSettings settings,
      AuthRuntime runtime) {
    KeyRing keys = keyRing.in(settings.namespace());
    RedisNames names = new RedisNames(settings.namespace(), keys);
    EntryCodec codec = new EntryCodec(names, new Aead(keys, new SecureRandom()));
    LossAnnouncer announcer = new LossAnnouncer();
    RejectionLog rejections = new RejectionLog(keys, runtime, announcer::rejectionsForgotten);
    RedisConnections connections =
        new RedisConnections(
            new RedisConnector(uri, ssl, settings.commandTimeout(), runtime),
            names,
            settings.lease(),
            rejections,
            announcer,
            runtime);
    connections.connect();
    return new RedisTokenStore(
        near, new SharedStore(settings, names, codec, connections, rejections), announcer);
  }

  @Override
  public <T extends Token> TokenRegion<T> region(RegionOwner owner) {
    TokenRegion<T> nearRegion = near.region(owner);
    if (!isShared(owner.kind())) {
      return nearRegion;
    }
    RedisRegion<T> region = new RedisRegion<>(nearRegion, owner, shared);
    announcer.add(region);
    return region;
  }

  private boolean isShared(TokenKind kind) {
    return switch (kind) {
      case ACCESS, SCOPED_ACCESS -> true;
      case SERVICE -> shared.settings().serviceTokens();
      case UNKNOWN -> false;
    };
  }

  /** {@link SharedStoreState#LOST} until the first connection is made, too. */
  @Override
  public SharedStoreState sharedStore() {
    return shared.connections().state();
  }

  @Override
  public void close() {
    shared.connections().close();
  }
}
