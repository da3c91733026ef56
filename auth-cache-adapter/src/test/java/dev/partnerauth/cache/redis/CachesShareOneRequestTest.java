package dev.partnerauth.cache.redis;

import static dev.partnerauth.cache.redis.Eventually.await;
import static dev.partnerauth.cache.redis.Eventually.eventually;
import static dev.partnerauth.cache.redis.Samples.CLIENT;
import static dev.partnerauth.cache.redis.Samples.anAccessToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.app.App;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.cache.RenewingTokenCache;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.SharedStoreState;
import dev.partnerauth.port.TokenEndpoint;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenKind;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The store under the whole cache, as partners use it. */
class CachesShareOneRequestTest {

  private static final TokenKey.ForAccessToken KEY = new TokenKey.ForAccessToken(CLIENT);
  private static final Budget BUDGET = Budget.of(Eventually.LIMIT);

  private final RedisProcess redis = RedisProcess.start();
  private final Server server = new Server();
  private final RenewingTokenCache oneCache = cache();
  private final RenewingTokenCache otherCache = cache();
  private final Tokens<TokenKey.ForAccessToken, AccessToken> one = tokensOf(oneCache);
  private final Tokens<TokenKey.ForAccessToken, AccessToken> other = tokensOf(otherCache);

  private RenewingTokenCache cache() {
    RenewingTokenCache cache =
        RedisTokenCache.builder(redis.uri(), Samples.NAMESPACE, Samples.aKeyRing())
            .commandTimeout(Eventually.LIMIT)
            .build();
    eventually(() -> cache.sharedStore() == SharedStoreState.CONNECTED);
    return cache;
  }

  private Tokens<TokenKey.ForAccessToken, AccessToken> tokensOf(RenewingTokenCache cache) {
    return cache.tokens(server, AuthRuntime.system());
  }

  @AfterEach
  void close() {
    oneCache.close();
    otherCache.close();
    redis.close();
  }

  @Test
  void manyCallersOnTwoNodesMakeOneRequest() {
    List<CompletableFuture<Either<AuthFailure, AccessToken>>> callers =
        Stream.generate(() -> Stream.of(one, other))
            .limit(100)
            .flatMap(nodes -> nodes)
            .map(node -> node.getAsync(KEY, Duration.ZERO, BUDGET).toCompletableFuture())
            .toList();

    assertThat(callers.stream().map(Eventually::await).distinct())
        .isEqualTo(List.of(Either.right(anAccessToken("token-1"))));
    assertThat(server.requests).hasValue(1);
  }

  @Test
  void aTokenThatOneNodeRejectsIsReplacedOnBoth() {
    AccessToken first = one.get(KEY, Duration.ZERO, BUDGET).get();
    other.pinned(KEY).get(BUDGET);

    one.reject(KEY, first);
    eventually(() -> other.standing(KEY).token().isEmpty());
    AccessToken second = await(one.getAsync(KEY, Duration.ZERO, BUDGET)).get();
    AccessToken theirs = other.pinned(KEY).get(BUDGET).get();

    assertThat(List.of(first, second, theirs))
        .isEqualTo(
            List.of(anAccessToken("token-1"), anAccessToken("token-2"), anAccessToken("token-2")));
  }

  @Test
  void aClosedCacheServesWhatItHas() {
    Either<AuthFailure, AccessToken> token = one.get(KEY, Duration.ZERO, BUDGET);

    oneCache.close();

    assertThat(one.get(KEY, Duration.ZERO, BUDGET)).isSameAs(token);
  }

  @Test
  void withoutRedisEachNodeAsksForItself() {
    redis.kill();
    eventually(() -> oneCache.sharedStore() == SharedStoreState.LOST);
    eventually(() -> otherCache.sharedStore() == SharedStoreState.LOST);

    one.get(KEY, Duration.ZERO, BUDGET);
    other.get(KEY, Duration.ZERO, BUDGET);

    assertThat(server.requests).hasValue(2);
  }

  /** Issues a new token for each request. */
  private static final class Server
      implements TokenLoader<TokenKey.ForAccessToken, AccessToken>, AuthenticationApi {

    final AtomicInteger requests = new AtomicInteger();

    @Override
    public CompletionStage<Either<AuthFailure, AccessToken>> load(
        TokenKey.ForAccessToken key, Budget budget) {
      return CompletableFuture.completedFuture(
          Either.right(anAccessToken("token-" + requests.incrementAndGet())));
    }

    @Override
    public ClientId clientId() {
      return CLIENT;
    }

    @Override
    public TokenKind kind() {
      return TokenKind.ACCESS;
    }

    @Override
    public TokenEndpoint endpoint() {
      return new TokenEndpoint(this, Endpoint.ACCESS_TOKEN);
    }

    @Override
    public List<? extends App> credentials() {
      return List.of();
    }

    @Override
    public CompletionStage<Either<AuthFailure, AccessToken>> accessToken(
        BackendApp app, Budget budget) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Either<AuthFailure, ServiceToken>> serviceToken(
        AccessToken accessToken, DatedServiceTokenRequest request, Budget budget) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Either<AuthFailure, ScopedAccessToken>> scopedAccessToken(
        FrontendApp app, ServiceToken serviceToken, Budget budget) {
      throw new UnsupportedOperationException();
    }
  }
}
