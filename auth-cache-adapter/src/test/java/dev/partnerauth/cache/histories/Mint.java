package dev.partnerauth.cache.histories;

import dev.partnerauth.app.App;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.TokenEndpoint;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import dev.partnerauth.token.TokenKind;
import dev.partnerauth.token.TokenName;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes what one kind of token consists of.
 *
 * @param numbers of the keys, by their names
 * @param secrets the app with its first secret, its second and so on
 */
record Mint<K extends TokenKey<T>, T extends Token>(
    ClientId clientId,
    TokenKind kind,
    TokenEndpoint endpoint,
    List<? extends App> secrets,
    List<K> keys,
    Map<TokenName, Integer> numbers,
    Coin<T> coin) {

  private static final int SECRETS = 3;
  private static final int KEYS = Setup.CROWD;

  private static final DelegatedPurpose PURPOSE =
      new DelegatedPurpose("api.rocketlawyer.com/rocketdoc", Claims.none());

  private static final AuthenticationApi API = new NoApi();

  /** Two front-end apps that ask at one endpoint. */
  static final Mint<ForScopedAccessToken, ScopedAccessToken> FIRST_FRONTEND = frontend("first");

  static final Mint<ForScopedAccessToken, ScopedAccessToken> SECOND_FRONTEND = frontend("second");

  /** A back-end app that asks at another. */
  static final Mint<ForServiceToken, ServiceToken> BACKEND = backend("third");

  /** Makes a token. */
  @FunctionalInterface
  interface Coin<T extends Token> {

    /** One that has lived for that long when the lifetime is not above zero. */
    T token(String text, Instant obtainedAt, Duration lifetime);
  }

  private static Mint<ForScopedAccessToken, ScopedAccessToken> frontend(String name) {
    ClientId clientId = new ClientId(name);
    List<ForScopedAccessToken> keys =
        keys(key -> new ForScopedAccessToken(clientId, serviceToken("service" + key)));
    return new Mint<>(
        clientId,
        TokenKind.SCOPED_ACCESS,
        new TokenEndpoint(API, Endpoint.ACCESS_TOKEN),
        secrets(secret -> FrontendApp.of(name, "secret" + secret).get()),
        keys,
        numbers(keys),
        (text, obtainedAt, lifetime) ->
            ScopedAccessToken.of(
                    text,
                    TokenTimes.lasting(
                        lifetime.isNegative() || lifetime.isZero() ? Duration.ofNanos(1) : lifetime,
                        obtainedAt),
                    List.of(),
                    Optional.empty())
                .get());
  }

  private static Mint<ForServiceToken, ServiceToken> backend(String name) {
    ClientId clientId = new ClientId(name);
    List<ForServiceToken> keys =
        keys(
            key ->
                new ForServiceToken(
                    clientId,
                    ServiceTokenRequest.forBinderParty(new Upid("u" + key), Lifetime.oneYear())));
    return new Mint<>(
        clientId,
        TokenKind.SERVICE,
        new TokenEndpoint(API, Endpoint.SERVICE_TOKEN),
        secrets(secret -> BackendApp.of(name, "secret" + secret).get()),
        keys,
        numbers(keys),
        (text, obtainedAt, lifetime) ->
            ServiceToken.issued(text, PURPOSE, obtainedAt, obtainedAt.plus(lifetime)).get());
  }

  private static ServiceToken serviceToken(String text) {
    return ServiceToken.issued(text, PURPOSE, Instant.EPOCH, Instant.EPOCH.plusSeconds(1)).get();
  }

  private static <A extends App> List<A> secrets(IntFunction<A> app) {
    return IntStream.range(0, SECRETS).mapToObj(app).toList();
  }

  private static <K> List<K> keys(IntFunction<K> key) {
    return IntStream.range(0, KEYS).mapToObj(key).toList();
  }

  private static Map<TokenName, Integer> numbers(List<? extends TokenKey<?>> keys) {
    return IntStream.range(0, keys.size())
        .boxed()
        .collect(Collectors.toMap(number -> keys.get(number).name(), number -> number));
  }

  /** Only tells the endpoints of one server from those of another. */
  private static final class NoApi implements AuthenticationApi {
    @Override
    public CompletionStage<Either<AuthFailure, AccessToken>> accessToken(
        BackendApp app, Budget budget) {
      throw new AssertionError("histories ask the loader");
    }

    @Override
    public CompletionStage<Either<AuthFailure, ServiceToken>> serviceToken(
        AccessToken accessToken, DatedServiceTokenRequest request, Budget budget) {
      throw new AssertionError("histories ask the loader");
    }

    @Override
    public CompletionStage<Either<AuthFailure, ScopedAccessToken>> scopedAccessToken(
        FrontendApp app, ServiceToken serviceToken, Budget budget) {
      throw new AssertionError("histories ask the loader");
    }
  }
}
