package dev.partnerauth.testkit.engine;

import com.google.gson.JsonObject;
import dev.partnerauth.app.ApplicationScope;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.app.ClientSecret;
import dev.partnerauth.scope.Scope;
import dev.partnerauth.testkit.engine.PlatformTokens.Minted;
import dev.partnerauth.testkit.fault.OddToken;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.journal.Lineage;
import dev.partnerauth.testkit.settings.Apps;
import dev.partnerauth.testkit.settings.Behaviour;
import dev.partnerauth.testkit.settings.SandboxApp;
import dev.partnerauth.testkit.settings.SandboxSettings;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.ServiceTokenRequestDraft;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The platform's decisions about tokens: who gets which, and who is refused how, in the order in
 * which the platform is assumed to look. Remembers no token but those that are revoked or used up.
 * Thread-safe.
 */
public final class PlatformEngine {

  private final SandboxSettings settings;
  private volatile PlatformTokens tokens = new PlatformTokens();
  private final Apps apps;
  private final TokenNumbers revoked = new TokenNumbers();
  private final TokenNumbers used = new TokenNumbers();

  public PlatformEngine(SandboxSettings settings) {
    this.settings = settings;
    this.apps = new Apps(settings.apps());
  }

  public SandboxSettings settings() {
    return settings;
  }

  public Apps apps() {
    return apps;
  }

  /** As it was in the beginning: no token that was issued so far is known any longer. */
  public void reset() {
    apps.replaceAll(settings.apps());
    tokens = new PlatformTokens();
    revoked.clear();
    used.clear();
  }

  /** By the platform's clock. */
  public Instant now() {
    return settings.time().now();
  }

  /** What the token says of itself; nothing when it is not one of this platform's. */
  public Optional<OpenedToken> open(String token) {
    return tokens.open(token);
  }

  /**
   * {@code POST /accesstoken}.
   *
   * @param code the request's, where it could be opened
   */
  public Either<Refusal, IssuedBearerToken> accessToken(
      TokenRequest request, Optional<OpenedToken> code, OddToken odd) {
    String grantType = request.grantType().orElse("");
    return switch (grantType) {
      case TokenRequest.CLIENT_CREDENTIALS ->
          app(request).map(app -> issue(app, Optional.empty(), odd));
      case TokenRequest.AUTHORIZATION_CODE ->
          app(request).flatMap(this::mayExchange).flatMap(app -> exchange(app, code, odd));
      default -> Either.left(Refusal.INVALID_GRANT_TYPE);
    };
  }

  private Either<Refusal, SandboxApp> app(TokenRequest request) {
    Optional<SandboxApp> known =
        request
            .clientId()
            .flatMap(id -> ClientId.of(id).toJavaOptional())
            .flatMap(apps::find)
            .filter(app -> presents(request, app));
    if (known.isEmpty()) {
      return Either.left(Refusal.INVALID_CREDENTIALS);
    }
    return known.get().approved()
        ? Either.right(known.get())
        : Either.left(Refusal.APP_NOT_APPROVED);
  }

  private static boolean presents(TokenRequest request, SandboxApp app) {
    return request
        .clientSecret()
        .flatMap(text -> ClientSecret.of(text).toJavaOptional())
        .filter(app::accepts)
        .isPresent();
  }

  private Either<Refusal, SandboxApp> mayExchange(SandboxApp app) {
    return app.scope() == ApplicationScope.FRONTEND
            || settings.has(Behaviour.BACKEND_APPS_MAY_EXCHANGE)
        ? Either.right(app)
        : Either.left(Refusal.INVALID_CREDENTIALS);
  }

  private Either<Refusal, IssuedBearerToken> exchange(
      SandboxApp app, Optional<OpenedToken> code, OddToken odd) {
    return Option.ofOptional(
            code.flatMap(OpenedToken::forService)
                .filter(opened -> now().isBefore(opened.expiration()))
                .filter(opened -> !revoked.isDue(opened.lineage().number(), now()))
                .filter(this::mayBeUsed))
        .toEither(Refusal.INVALID_CODE)
        .map(opened -> issue(app, Optional.of(opened), odd));
  }

  private boolean mayBeUsed(OpenedToken.ForService token) {
    return !settings.has(Behaviour.SERVICE_TOKENS_ARE_USED_ONCE)
        || used.putFirst(token.lineage().number(), now());
  }

  private IssuedBearerToken issue(
      SandboxApp app, Optional<OpenedToken.ForService> exchanged, OddToken odd) {
    Instant now = now().plus(odd.clockSkew());
    Instant expiration =
        odd.expiredOnArrival() ? now.minus(TokenFacts.SPENT) : now.plus(life(exchanged));
    String apiClientId = apps.nameOf(app);
    Minted token = tokens.accessToken(apiClientId, now, expiration, exchanged);
    revoke(token.lineage(), odd);
    return new IssuedBearerToken(
        token.text(),
        token.lineage(),
        app,
        apiClientId,
        exchanged.flatMap(opened -> PlatformTokens.delegated(opened.serviceData())),
        now,
        life(exchanged).minus(TokenFacts.SPENT));
  }

  private Duration life(Optional<OpenedToken.ForService> exchanged) {
    return exchanged
        .filter(opened -> settings.has(Behaviour.SCOPED_TOKENS_END_WITH_THEIR_SERVICE_TOKEN))
        .map(opened -> Duration.between(now(), opened.expiration()))
        .filter(left -> left.compareTo(TokenFacts.LIFETIME) < 0)
        .orElse(TokenFacts.LIFETIME);
  }

  private void revoke(Lineage token, OddToken odd) {
    odd.revokedAfter().ifPresent(life -> revoked.put(token.number(), now().plus(life)));
  }

  /** {@code POST /servicetoken}; no request means that the body could not be read. */
  public Either<Refusal, IssuedServiceToken> serviceToken(
      Optional<OpenedToken> bearer, Optional<PurposeRequest> request, OddToken odd) {
    return bearerOf(bearer)
        .flatMap(PlatformEngine::mayDelegate)
        .flatMap(
            token ->
                Option.ofOptional(request.flatMap(asked -> accepted(token, asked, odd)))
                    .toEither(Refusal.BAD_SERVICE_TOKEN_REQUEST));
  }

  /** The access token that a request carries, if it is one of ours and lives. */
  public Either<Refusal, PresentedToken> bearerOf(Optional<OpenedToken> bearer) {
    Optional<OpenedToken.ForAccess> opened = bearer.flatMap(OpenedToken::forAccess);
    if (opened.isEmpty() || revoked.isDue(opened.get().lineage().number(), now())) {
      return Either.left(Refusal.INVALID_ACCESS_TOKEN);
    }
    OpenedToken.ForAccess token = opened.get();
    return now().isBefore(token.expiration())
        ? Either.right(
            new PresentedToken(
                token.lineage(), apps.named(token.apiClientId()), owner(token), scope(token)))
        : Either.left(Refusal.ACCESS_TOKEN_EXPIRED);
  }

  private static String owner(OpenedToken.ForAccess token) {
    return token
        .serviceData()
        .map(data -> data.get("originalClientId").getAsString())
        .orElse(token.apiClientId());
  }

  private static Scope scope(OpenedToken.ForAccess token) {
    return token.serviceData().map(PlatformEngine::scope).orElseGet(() -> new Scope.Application());
  }

  private static Scope scope(JsonObject serviceData) {
    return PlatformTokens.delegated(serviceData)
        .map(Scope::of)
        .orElseGet(() -> new Scope.Unknown());
  }

  /** What it opens, or lets its holder obtain, whether or not it is still good for anything. */
  public Scope scopeOf(OpenedToken token) {
    return token instanceof OpenedToken.ForService service
        ? scope(service.serviceData())
        : token.forAccess().map(PlatformEngine::scope).orElseThrow();
  }

  /** The app that an access token names, whether or not the token is still good for anything. */
  public Optional<SandboxApp> appOf(OpenedToken token) {
    return token.forAccess().flatMap(access -> apps.named(access.apiClientId()));
  }

  /** From now on the token is refused; whether it was one of this platform's. */
  public boolean revoke(String token) {
    Optional<OpenedToken> opened = open(token);
    opened.ifPresent(known -> revoked.put(known.lineage().number(), now()));
    return opened.isPresent();
  }

  private static Either<Refusal, PresentedToken> mayDelegate(PresentedToken token) {
    return token.app().filter(SandboxApp::mayRequestServiceTokens).isPresent()
            && token.scope() instanceof Scope.Application
        ? Either.right(token)
        : Either.left(Refusal.NO_SYSTEM_ROLE);
  }

  private Optional<IssuedServiceToken> accepted(
      PresentedToken with, PurposeRequest request, OddToken odd) {
    Instant now = now();
    return request
        .expirationTime()
        .filter(seconds -> seconds <= Lifetime.LATEST.getEpochSecond())
        .map(Instant::ofEpochSecond)
        .filter(expiration -> expiration.isAfter(now))
        .filter(expiration -> fits(request))
        .map(expiration -> issue(with, request, expiration, odd));
  }

  /** A service token that the platform hands out unasked, as with a new interview. */
  public IssuedServiceToken serviceTokenFor(
      PresentedToken with, PurposeRequest request, Instant expiration) {
    return issue(with, request, expiration, OddToken.NOT_AT_ALL);
  }

  private IssuedServiceToken issue(
      PresentedToken with, PurposeRequest request, Instant asked, OddToken odd) {
    Instant now = now().plus(odd.clockSkew());
    Instant expiration = odd.expiredOnArrival() ? now.minus(TokenFacts.SPENT) : asked;
    Minted token =
        tokens.serviceToken(
            apps.nameOf(with.app().orElseThrow()), with.lineage(), request, now, expiration);
    revoke(token.lineage(), odd);
    return new IssuedServiceToken(
        token.text(), token.lineage(), request.purpose().orElseThrow(), expiration);
  }

  /** The purpose is registered, with these claims. */
  private boolean fits(PurposeRequest request) {
    ServiceTokenRequestDraft draft =
        ServiceTokenRequest.draft(
            settings.purposes(), request.purpose().orElse(""), Lifetime.oneYear());
    for (Map.Entry<String, String> claim : request.claims().entrySet()) {
      draft = draft.claim(claim.getKey(), claim.getValue());
    }
    return draft.build(now()).isRight();
  }
}
