package dev.partnerauth.testkit.engine;

import com.google.gson.JsonObject;
import dev.partnerauth.app.ApplicationScope;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.app.ClientSecret;
import dev.partnerauth.testkit.SandboxApp;
import dev.partnerauth.testkit.SandboxSettings;
import dev.partnerauth.testkit.engine.PlatformTokens.OpenedAccessToken;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.ServiceTokenRequestDraft;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The platform's decisions: who gets which token, and who is refused how, in the order in which the
 * platform is assumed to look. Remembers no token. Thread-safe.
 */
public final class PlatformEngine {

  /** The published samples live ten hours and say that a second of them has passed. */
  private static final Duration LIFETIME = Duration.ofHours(10);

  private static final Duration EXPIRES_IN = Duration.ofSeconds(35_999);

  private final SandboxSettings settings;
  private final PlatformTokens tokens;
  private final Map<ClientId, SandboxApp> apps;
  private final Map<String, SandboxApp> appsByApiClientId;

  public PlatformEngine(SandboxSettings settings) {
    this.settings = settings;
    this.tokens = new PlatformTokens();
    this.apps = by(SandboxApp::clientId, settings);
    this.appsByApiClientId = by(SandboxApp::applicationName, settings);
  }

  private static <K> Map<K, SandboxApp> by(Function<SandboxApp, K> key, SandboxSettings settings) {
    return settings.apps().stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
  }

  /** {@code POST /accesstoken}. */
  public Either<Refusal, IssuedBearerToken> accessToken(TokenRequest request) {
    String grantType = request.grantType().orElse("");
    return switch (grantType) {
      case TokenRequest.CLIENT_CREDENTIALS -> app(request).map(app -> issue(app, Optional.empty()));
      case TokenRequest.AUTHORIZATION_CODE ->
          app(request).flatMap(this::mayExchange).flatMap(app -> exchange(app, request));
      default -> Either.left(Refusal.INVALID_GRANT_TYPE);
    };
  }

  private Either<Refusal, SandboxApp> app(TokenRequest request) {
    Optional<SandboxApp> known =
        request
            .clientId()
            .flatMap(id -> ClientId.of(id).toJavaOptional())
            .flatMap(id -> Optional.ofNullable(apps.get(id)))
            .filter(app -> presents(request, app.clientSecret()));
    if (known.isEmpty()) {
      return Either.left(Refusal.INVALID_CREDENTIALS);
    }
    return known.get().approved()
        ? Either.right(known.get())
        : Either.left(Refusal.APP_NOT_APPROVED);
  }

  private static boolean presents(TokenRequest request, ClientSecret secret) {
    return request
        .clientSecret()
        .flatMap(text -> ClientSecret.of(text).toJavaOptional())
        .filter(secret::equals)
        .isPresent();
  }

  private Either<Refusal, SandboxApp> mayExchange(SandboxApp app) {
    return app.scope() == ApplicationScope.FRONTEND || settings.lenient()
        ? Either.right(app)
        : Either.left(Refusal.INVALID_CREDENTIALS);
  }

  private Either<Refusal, IssuedBearerToken> exchange(SandboxApp app, TokenRequest request) {
    Instant now = settings.time().now();
    return Option.ofOptional(request.code().flatMap(code -> tokens.openServiceToken(code, now)))
        .toEither(Refusal.INVALID_CODE)
        .map(serviceData -> issue(app, Optional.of(serviceData)));
  }

  private IssuedBearerToken issue(SandboxApp app, Optional<JsonObject> serviceData) {
    Instant now = settings.time().now();
    return new IssuedBearerToken(
        tokens.accessToken(app, now, now.plus(LIFETIME), serviceData),
        app,
        serviceData.flatMap(PlatformTokens::delegated),
        now,
        EXPIRES_IN);
  }

  /** {@code POST /servicetoken}; no request means that the body could not be read. */
  public Either<Refusal, IssuedServiceToken> serviceToken(
      Optional<String> bearer, Optional<PurposeRequest> request) {
    return bearerApp(bearer)
        .flatMap(
            app ->
                Option.ofOptional(request.flatMap(asked -> accepted(app, asked)))
                    .toEither(Refusal.BAD_SERVICE_TOKEN_REQUEST));
  }

  private Either<Refusal, SandboxApp> bearerApp(Optional<String> bearer) {
    Optional<OpenedAccessToken> opened = bearer.flatMap(tokens::openAccessToken);
    if (opened.isEmpty()) {
      return Either.left(Refusal.INVALID_ACCESS_TOKEN);
    }
    OpenedAccessToken token = opened.get();
    if (!settings.time().now().isBefore(token.expiration())) {
      return Either.left(Refusal.ACCESS_TOKEN_EXPIRED);
    }
    return Option.of(appsByApiClientId.get(token.apiClientId()))
        .filter(app -> app.mayRequestServiceTokens() && !token.scoped())
        .toEither(Refusal.NO_SYSTEM_ROLE);
  }

  private Optional<IssuedServiceToken> accepted(SandboxApp app, PurposeRequest request) {
    Instant now = settings.time().now();
    return request
        .expirationTime()
        .filter(seconds -> seconds <= Lifetime.LATEST.getEpochSecond())
        .map(Instant::ofEpochSecond)
        .filter(expiration -> expiration.isAfter(now))
        .filter(expiration -> fits(request))
        .map(
            expiration ->
                new IssuedServiceToken(
                    tokens.serviceToken(app, request, now, expiration),
                    request.purpose().orElseThrow(),
                    expiration));
  }

  /** The purpose is registered, with these claims. */
  private boolean fits(PurposeRequest request) {
    ServiceTokenRequestDraft draft =
        ServiceTokenRequest.draft(
            settings.purposes(), request.purpose().orElse(""), Lifetime.oneYear());
    for (Map.Entry<String, String> claim : request.claims().entrySet()) {
      draft = draft.claim(claim.getKey(), claim.getValue());
    }
    return draft.build(settings.time().now()).isRight();
  }
}
