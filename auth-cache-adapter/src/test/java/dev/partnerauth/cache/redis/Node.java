package dev.partnerauth.cache.redis;

import static dev.partnerauth.cache.redis.Eventually.await;
import static dev.partnerauth.cache.redis.Eventually.eventually;

import dev.partnerauth.cache.Lease;
import dev.partnerauth.cache.TokenRegion;
import dev.partnerauth.cache.TokenStore.RegionOwner;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.SharedStoreState;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenDigest;
import dev.partnerauth.token.TokenKind;
import dev.partnerauth.token.TokenName;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** One of several nodes, with all that it hears; they share this process and nothing else. */
final class Node implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Of the library itself: a busy machine may need longer to answer. */
  static final Duration USUAL_TIMEOUT = Duration.ofMillis(250);

  final List<AuthEvent> events = new CopyOnWriteArrayList<>();
  final List<Heard> rejections = new CopyOnWriteArrayList<>();
  final AuthRuntime runtime =
      AuthRuntime.system().observedBy(events::add).observedOn(Runnable::run);
  final RedisTokenStore store;
  final TokenRegion<AccessToken> region;

  record Heard(TokenName name, TokenDigest token) {}

  private Node(RedisTokenStore store) {
    this.store = store;
    this.region = region(TokenKind.ACCESS);
  }

  private static RedisTokenCache.Builder patient(RedisURI uri, KeyRing keys) {
    return RedisTokenCache.builder(uri, Samples.NAMESPACE, keys).commandTimeout(Eventually.LIMIT);
  }

  /** Connecting. */
  static Node at(RedisURI uri, UnaryOperator<RedisTokenCache.Builder> choices) {
    return new Node(choices.apply(patient(uri, Samples.aKeyRing())).store());
  }

  static Node connectedTo(RedisProcess redis) {
    return connectedTo(redis, choices -> choices);
  }

  static Node connectedTo(RedisProcess redis, UnaryOperator<RedisTokenCache.Builder> choices) {
    Node node = at(redis.uri(), choices);
    node.awaitState(SharedStoreState.CONNECTED);
    return node;
  }

  /** In another namespace. */
  static Node connectedTo(RedisProcess redis, String namespace) {
    Node node =
        new Node(
            RedisTokenCache.builder(redis.uri(), namespace, Samples.aKeyRing())
                .commandTimeout(Eventually.LIMIT)
                .store());
    node.awaitState(SharedStoreState.CONNECTED);
    return node;
  }

  /** With other keys. */
  static Node connectedTo(RedisProcess redis, KeyRing keys) {
    Node node = new Node(patient(redis.uri(), keys).store());
    node.awaitState(SharedStoreState.CONNECTED);
    return node;
  }

  void awaitState(SharedStoreState state) {
    eventually(() -> store.sharedStore() == state);
  }

  <T extends AuthEvent> T awaitEvent(Class<T> kind) {
    eventually(() -> events.stream().anyMatch(kind::isInstance));
    return events.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }

  <T extends Token> TokenRegion<T> region(TokenKind kind) {
    return store.region(
        new RegionOwner(
            Samples.CLIENT,
            kind,
            runtime,
            (name, token) -> rejections.add(new Heard(name, token))));
  }

  Lease<AccessToken> acquire() {
    return acquire(PATIENCE);
  }

  Lease<AccessToken> acquire(Duration patience) {
    return await(region.acquire(Samples.aName(), token -> true, patience));
  }

  void share(AccessToken token) {
    region.share(Samples.aName(), token);
  }

  @Override
  public void close() {
    store.close();
  }
}
