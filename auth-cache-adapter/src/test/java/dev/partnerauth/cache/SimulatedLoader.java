package dev.partnerauth.cache;

import dev.partnerauth.app.App;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.TokenEndpoint;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenKind;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A server of scoped tokens in simulated time. Remembers what it was asked and what it issued. */
final class SimulatedLoader implements TokenLoader<ForScopedAccessToken, ScopedAccessToken> {

  /** A request as it came in. */
  record Request(ForScopedAccessToken key, Budget.Tries tries, Duration at) {}

  private static final ClientId CLIENT_ID = new ClientId("frontend-key");

  final List<Request> requests = new ArrayList<>();
  final Map<ForScopedAccessToken, Integer> inTheAir = new HashMap<>();
  final Map<ScopedAccessToken, Duration> diesAt = new HashMap<>();
  Duration latency = Duration.ofMillis(200);
  Duration lifetime = Duration.ofSeconds(35_999);
  Optional<AuthFailure> failure = Optional.empty();
  int mostInTheAirForOneKey;
  private Supplier<List<? extends App>> credentials =
      () -> List.of(FrontendApp.of("frontend-key", "frontend-secret").get());
  private final Simulation simulation;
  private final TokenEndpoint endpoint = new TokenEndpoint(new NoApi(), Endpoint.ACCESS_TOKEN);

  SimulatedLoader(Simulation simulation) {
    this.simulation = simulation;
  }

  static ForScopedAccessToken key(String serviceToken) {
    return new ForScopedAccessToken(
        CLIENT_ID,
        ServiceToken.issued(
                serviceToken,
                new DelegatedPurpose("api.rocketlawyer.com/rocketdoc", Claims.none()),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1))
            .get());
  }

  void present(App app) {
    credentials = () -> List.of(app);
  }

  void cannotTellItsCredentials() {
    credentials =
        () -> {
          throw new IllegalStateException("the vault is sealed");
        };
  }

  static App anotherSecret() {
    return BackendApp.of("frontend-key", "another-secret").get();
  }

  @Override
  public CompletionStage<Either<AuthFailure, ScopedAccessToken>> load(
      ForScopedAccessToken key, Budget budget) {
    requests.add(new Request(key, budget.tries(), simulation.passed()));
    mostInTheAirForOneKey = Math.max(mostInTheAirForOneKey, inTheAir.merge(key, 1, Integer::sum));
    Instant askedAt = simulation.now();
    Duration diesAfter = simulation.passed().plus(lifetime);
    String text = "scoped-" + requests.size();
    CompletableFuture<Either<AuthFailure, ScopedAccessToken>> answer = new CompletableFuture<>();
    simulation.after(
        latency,
        () -> {
          inTheAir.merge(key, -1, Integer::sum);
          answer.complete(
              failure
                  .<Either<AuthFailure, ScopedAccessToken>>map(Either::left)
                  .orElseGet(
                      () -> {
                        ScopedAccessToken token =
                            ScopedAccessToken.of(
                                    text,
                                    TokenTimes.lasting(lifetime, askedAt),
                                    List.of(),
                                    Optional.empty())
                                .get();
                        diesAt.put(token, diesAfter);
                        return Either.right(token);
                      }));
        });
    return answer;
  }

  @Override
  public ClientId clientId() {
    return CLIENT_ID;
  }

  @Override
  public TokenKind kind() {
    return TokenKind.SCOPED_ACCESS;
  }

  @Override
  public TokenEndpoint endpoint() {
    return endpoint;
  }

  @Override
  public List<? extends App> credentials() {
    return credentials.get();
  }

  private static final class NoApi implements AuthenticationApi {
    @Override
    public CompletionStage<Either<AuthFailure, AccessToken>> accessToken(
        BackendApp app, Budget budget) {
      throw new AssertionError("tests ask the loader");
    }

    @Override
    public CompletionStage<Either<AuthFailure, ServiceToken>> serviceToken(
        AccessToken accessToken, DatedServiceTokenRequest request, Budget budget) {
      throw new AssertionError("tests ask the loader");
    }

    @Override
    public CompletionStage<Either<AuthFailure, ScopedAccessToken>> scopedAccessToken(
        FrontendApp app, ServiceToken serviceToken, Budget budget) {
      throw new AssertionError("tests ask the loader");
    }
  }
}
