package dev.partnerauth.port;

import static dev.partnerauth.Samples.aBackendApp;
import static dev.partnerauth.Samples.aClientId;
import static dev.partnerauth.Samples.anAccessToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.app.App;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.TokenKey.ForAccessToken;
import dev.partnerauth.token.TokenKind;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class WithoutACacheTest {

  private static final ForAccessToken KEY = new ForAccessToken(aClientId());
  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(3)).once();

  private final List<List<Object>> issued = new ArrayList<>();
  private final Tokens<ForAccessToken, AccessToken> tokens =
      TokenCache.none().tokens(new NumberingLoader(), AuthRuntime.system());

  @Test
  void everyWayToATokenAsksForANewOneWithinTheSameBudget() {
    TokenSource<AccessToken> pinned = tokens.pinned(KEY);

    List<Object> outcomes =
        List.of(
            tokens.get(KEY, Duration.ZERO, BUDGET),
            tokens.getAsync(KEY, Duration.ZERO, BUDGET).toCompletableFuture().join(),
            pinned.get(BUDGET),
            pinned.getAsync(BUDGET).toCompletableFuture().join());

    assertThat(outcomes)
        .containsExactly(
            Either.right(anAccessToken("access-1")),
            Either.right(anAccessToken("access-2")),
            Either.right(anAccessToken("access-3")),
            Either.right(anAccessToken("access-4")));
    assertThat(issued).hasSize(4).containsOnly(List.of(KEY, BUDGET));
  }

  @Test
  void nothingIsKnownOfATokenThatWasIssued() {
    tokens.get(KEY, Duration.ZERO, BUDGET);

    assertThat(tokens.standing(KEY)).isEqualTo(Standing.unknown());
  }

  @Test
  void thereIsNothingToReject() {
    tokens.reject(KEY, anAccessToken("access-1"));
    tokens.pinned(KEY).reject(anAccessToken("access-1"));

    assertThat(issued).isEmpty();
  }

  @Test
  void nothingIsShared() {
    assertThat(TokenCache.none().sharedStore()).isEqualTo(SharedStoreState.NONE);
  }

  /** Issues access-1, access-2 and so on, and records what it is asked. */
  private final class NumberingLoader implements TokenLoader<ForAccessToken, AccessToken> {

    @Override
    public CompletionStage<Either<AuthFailure, AccessToken>> load(
        ForAccessToken key, Budget budget) {
      issued.add(List.of(key, budget));
      return CompletableFuture.completedFuture(
          Either.right(anAccessToken("access-" + issued.size())));
    }

    @Override
    public ClientId clientId() {
      return aClientId();
    }

    @Override
    public TokenKind kind() {
      return TokenKind.ACCESS;
    }

    @Override
    public TokenEndpoint endpoint() {
      throw new UnsupportedOperationException("nobody remembers anything of an endpoint");
    }

    @Override
    public List<? extends App> credentials() {
      return List.of(aBackendApp());
    }
  }
}
