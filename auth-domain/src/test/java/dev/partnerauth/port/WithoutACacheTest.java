package dev.partnerauth.port;

import static dev.partnerauth.Samples.aClientId;
import static dev.partnerauth.Samples.anAccessToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.TokenKey.ForAccessToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WithoutACacheTest {

  private static final ForAccessToken KEY = new ForAccessToken(aClientId());
  private static final Duration DEADLINE = Duration.ofSeconds(3);

  private final List<List<Object>> issued = new ArrayList<>();
  private final Tokens<ForAccessToken, AccessToken> tokens =
      TokenCache.none()
          .tokens(
              (key, deadline) -> {
                issued.add(List.of(key, deadline));
                return CompletableFuture.completedFuture(
                    Either.right(anAccessToken("access-" + issued.size())));
              });

  @Test
  void everyWayToATokenAsksForANewOneWithinTheSameDeadline() {
    TokenSource<AccessToken> pinned = tokens.pinned(KEY);

    List<Object> outcomes =
        List.of(
            tokens.get(KEY, Duration.ZERO, DEADLINE),
            tokens.getAsync(KEY, Duration.ZERO, DEADLINE).toCompletableFuture().join(),
            pinned.get(DEADLINE),
            pinned.getAsync(DEADLINE).toCompletableFuture().join());

    assertThat(outcomes)
        .containsExactly(
            Either.right(anAccessToken("access-1")),
            Either.right(anAccessToken("access-2")),
            Either.right(anAccessToken("access-3")),
            Either.right(anAccessToken("access-4")));
    assertThat(issued).hasSize(4).containsOnly(List.of(KEY, DEADLINE));
  }

  @Test
  void thereIsNothingToRejectAndNoTrouble() {
    tokens.reject(KEY, anAccessToken("access-1"));

    assertThat(tokens.trouble(KEY)).isEmpty();
    assertThat(issued).isEmpty();
  }

  @Test
  void nothingIsShared() {
    assertThat(TokenCache.none().sharedStore()).isEqualTo(SharedStoreState.NONE);
  }
}
