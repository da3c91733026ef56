package dev.partnerauth.testkit.contract;

import dev.partnerauth.app.App;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.cache.CacheSettings;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Standing;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.port.TokenEndpoint;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.refresh.Cooldown;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenKind;
import dev.partnerauth.token.TokenName;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Caches that do one thing wrong, each a mistake that is easily made. */
final class BrokenCaches {

  private static final Duration A_WHILE = Duration.ofMillis(250);

  private BrokenCaches() {}

  static TokenCache good() {
    return builder().build();
  }

  private static CaffeineTokenCache.Builder builder() {
    return CaffeineTokenCache.builder().idle(Duration.ofDays(2));
  }

  /** Tries a failing server again as soon as time has passed at all. */
  static TokenCache impatient() {
    Duration nothing = Duration.ofNanos(1);
    return builder()
        .settings(CacheSettings.standard().cooldown(Cooldown.between(nothing, nothing)))
        .build();
  }

  /** Whoever finds no token while another fetches one fetches one too. */
  static final class Stampeding implements TokenCache {
    private final TokenCache good = good();

    @Override
    public <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
        TokenLoader<K, T> loader, AuthRuntime runtime) {
      Set<TokenName> fetching = ConcurrentHashMap.newKeySet();
      return new BrokenTokens<>(good.tokens(loader, runtime)) {
        @Override
        public Either<AuthFailure, T> get(K key, Duration minimumRemaining, Budget budget) {
          if (standing(key).token().isPresent()) {
            return super.get(key, minimumRemaining, budget);
          }
          if (!fetching.add(key.name())) {
            return good().tokens(loader, runtime).get(key, minimumRemaining, budget);
          }
          try {
            return super.get(key, minimumRemaining, budget);
          } finally {
            fetching.remove(key.name());
          }
        }

        @Override
        public CompletionStage<Either<AuthFailure, T>> getAsync(
            K key, Duration minimumRemaining, Budget budget) {
          if (standing(key).token().isPresent()) {
            return super.getAsync(key, minimumRemaining, budget);
          }
          if (!fetching.add(key.name())) {
            return good().tokens(loader, runtime).getAsync(key, minimumRemaining, budget);
          }
          return super.getAsync(key, minimumRemaining, budget)
              .whenComplete((answer, thrown) -> fetching.remove(key.name()));
        }
      };
    }
  }

  /** Falls back on the last token whenever no other is to be had. */
  static final class ServingTheDead implements TokenCache {
    private final TokenCache good = good();

    @Override
    public <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
        TokenLoader<K, T> loader, AuthRuntime runtime) {
      Map<TokenName, T> last = new ConcurrentHashMap<>();
      return new BrokenTokens<>(good.tokens(loader, runtime)) {
        @Override
        public Either<AuthFailure, T> get(K key, Duration minimumRemaining, Budget budget) {
          return orLast(key, super.get(key, minimumRemaining, budget));
        }

        @Override
        public CompletionStage<Either<AuthFailure, T>> getAsync(
            K key, Duration minimumRemaining, Budget budget) {
          return super.getAsync(key, minimumRemaining, budget)
              .thenApply(answer -> orLast(key, answer));
        }

        @Override
        public void reject(K key, T token) {
          last.remove(key.name(), token);
          super.reject(key, token);
        }

        private Either<AuthFailure, T> orLast(K key, Either<AuthFailure, T> answer) {
          answer.forEach(token -> last.put(key.name(), token));
          T token = last.get(key.name());
          return token == null ? answer : answer.orElse(Either.right(token));
        }
      };
    }
  }

  /** Never hears the end of a request that ended in an error of the program. */
  static final class Wedging implements TokenCache {
    private final TokenCache good = good();

    @Override
    public <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
        TokenLoader<K, T> loader, AuthRuntime runtime) {
      return good.tokens(
          new BrokenLoader<>(loader) {
            @Override
            public CompletionStage<Either<AuthFailure, T>> load(K key, Budget budget) {
              CompletableFuture<Either<AuthFailure, T>> heard = new CompletableFuture<>();
              try {
                var unused = super.load(key, budget).thenAccept(heard::complete);
              } catch (RuntimeException lost) {
                return heard;
              }
              return heard;
            }
          },
          runtime);
    }
  }

  /** Takes a rejection for a hint. */
  static final class Forgetful implements TokenCache {
    private final TokenCache good = good();

    @Override
    public <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
        TokenLoader<K, T> loader, AuthRuntime runtime) {
      return new BrokenTokens<>(good.tokens(loader, runtime)) {
        @Override
        public void reject(K key, T token) {
          // It will expire some day.
        }
      };
    }
  }

  /** Makes whoever reads while a token is renewed wait for the new one. */
  static final class BlockingReaders implements TokenCache {
    private final TokenCache good = good();

    @Override
    public <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
        TokenLoader<K, T> loader, AuthRuntime runtime) {
      Map<TokenName, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();
      TokenLoader<K, T> watched =
          new BrokenLoader<>(loader) {
            @Override
            public CompletionStage<Either<AuthFailure, T>> load(K key, Budget budget) {
              CompletionStage<Either<AuthFailure, T>> answer = super.load(key, budget);
              underWay.put(key.name(), answer.toCompletableFuture());
              return answer;
            }
          };
      return new BrokenTokens<>(good.tokens(watched, runtime.runningOn(here(runtime)))) {
        @Override
        public Either<AuthFailure, T> get(K key, Duration minimumRemaining, Budget budget) {
          boolean renewing = standing(key).token().isPresent();
          Either<AuthFailure, T> answer = super.get(key, minimumRemaining, budget);
          if (!renewing) {
            return answer;
          }
          var unused =
              underWay
                  .getOrDefault(key.name(), CompletableFuture.completedFuture(answer))
                  .exceptionally(thrown -> null)
                  .join();
          return super.get(key, minimumRemaining, budget);
        }
      };
    }

    /** So that whoever reads knows at once what is under way. */
    private static Executor here(AuthRuntime runtime) {
      return task -> {
        runtime.executor().execute(() -> {});
        task.run();
      };
    }
  }

  /** Keeps each key by itself, so that none learns from another that the server is away. */
  static final class ShortSighted implements TokenCache {
    @Override
    public <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
        TokenLoader<K, T> loader, AuthRuntime runtime) {
      Map<TokenName, Tokens<K, T>> byKey = new ConcurrentHashMap<>();
      return new BrokenTokens<>(good().tokens(loader, runtime)) {
        @Override
        public Either<AuthFailure, T> get(K key, Duration minimumRemaining, Budget budget) {
          return of(key).get(key, minimumRemaining, budget);
        }

        @Override
        public CompletionStage<Either<AuthFailure, T>> getAsync(
            K key, Duration minimumRemaining, Budget budget) {
          return of(key).getAsync(key, minimumRemaining, budget);
        }

        @Override
        public Standing<T> standing(K key) {
          return of(key).standing(key);
        }

        private Tokens<K, T> of(K key) {
          return byKey.computeIfAbsent(key.name(), alone -> good().tokens(loader, runtime));
        }
      };
    }
  }

  /**
   * One answer to whoever has no token, whoever failed last, and for as long as the server wished.
   * Then everybody may try.
   */
  static final class Fearful implements TokenCache {

    private record Fear(AuthFailure failure, long untilNanos) {}

    private volatile Optional<Fear> fear = Optional.empty();

    @Override
    public <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
        TokenLoader<K, T> loader, AuthRuntime runtime) {
      return new BrokenTokens<>(new ShortSighted().tokens(loader, runtime)) {
        @Override
        public Either<AuthFailure, T> get(K key, Duration minimumRemaining, Budget budget) {
          return feared(key)
              .<Either<AuthFailure, T>>map(Either::left)
              .orElseGet(() -> learnt(super.get(key, minimumRemaining, budget)));
        }

        @Override
        public CompletionStage<Either<AuthFailure, T>> getAsync(
            K key, Duration minimumRemaining, Budget budget) {
          return feared(key)
              .<CompletionStage<Either<AuthFailure, T>>>map(
                  failure -> CompletableFuture.completedFuture(Either.left(failure)))
              .orElseGet(
                  () -> super.getAsync(key, minimumRemaining, budget).thenApply(this::learnt));
        }

        private Optional<AuthFailure> feared(K key) {
          return fear.filter(held -> runtime.time().nanos() < held.untilNanos())
              .filter(held -> standing(key).token().isEmpty())
              .map(Fear::failure);
        }

        private Either<AuthFailure, T> learnt(Either<AuthFailure, T> answer) {
          return answer.peekLeft(
              failure -> {
                Duration wait = failure.retryAfter().orElse(A_WHILE);
                fear = Optional.of(new Fear(failure, runtime.time().nanos() + wait.toNanos()));
              });
        }
      };
    }
  }

  /** Asks once for the credentials, and believes that answer for ever. */
  static final class SetInItsWays implements TokenCache {
    private final TokenCache good = good();

    @Override
    public <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
        TokenLoader<K, T> loader, AuthRuntime runtime) {
      List<? extends App> atFirst = loader.credentials();
      return good.tokens(
          new BrokenLoader<>(loader) {
            @Override
            public List<? extends App> credentials() {
              return atFirst;
            }
          },
          runtime);
    }
  }

  /** Fetches a token to tell how it stands. */
  static final class Curious implements TokenCache {
    private final TokenCache good = good();

    @Override
    public <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
        TokenLoader<K, T> loader, AuthRuntime runtime) {
      return new BrokenTokens<>(good.tokens(loader, runtime)) {
        @Override
        public Standing<T> standing(K key) {
          var unused = getAsync(key, Duration.ZERO, Budget.of(A_WHILE));
          return super.standing(key);
        }
      };
    }
  }

  /** Takes the age of what it keeps for nobody's business but its own. */
  static final class Undemanding implements TokenCache {
    private final TokenCache good = good();

    @Override
    public <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
        TokenLoader<K, T> loader, AuthRuntime runtime) {
      return new BrokenTokens<>(good.tokens(loader, runtime)) {
        @Override
        public Either<AuthFailure, T> get(K key, Duration minimumRemaining, Budget budget) {
          return super.get(key, Duration.ZERO, budget);
        }

        @Override
        public CompletionStage<Either<AuthFailure, T>> getAsync(
            K key, Duration minimumRemaining, Budget budget) {
          return super.getAsync(key, Duration.ZERO, budget);
        }
      };
    }
  }

  /** Gives everybody the time that a request takes, however little they have. */
  static final class Unhurried implements TokenCache {
    private final TokenCache good = good();

    @Override
    public <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
        TokenLoader<K, T> loader, AuthRuntime runtime) {
      return new BrokenTokens<>(good.tokens(loader, runtime)) {
        @Override
        public Either<AuthFailure, T> get(K key, Duration minimumRemaining, Budget budget) {
          return super.get(key, minimumRemaining, budget.within(Duration.ofMinutes(1)));
        }

        @Override
        public CompletionStage<Either<AuthFailure, T>> getAsync(
            K key, Duration minimumRemaining, Budget budget) {
          return super.getAsync(key, minimumRemaining, budget.within(Duration.ofMinutes(1)));
        }
      };
    }
  }

  private static class BrokenLoader<K extends TokenKey<T>, T extends Token>
      implements TokenLoader<K, T> {

    private final TokenLoader<K, T> good;

    BrokenLoader(TokenLoader<K, T> good) {
      this.good = good;
    }

    @Override
    public CompletionStage<Either<AuthFailure, T>> load(K key, Budget budget) {
      return good.load(key, budget);
    }

    @Override
    public ClientId clientId() {
      return good.clientId();
    }

    @Override
    public TokenKind kind() {
      return good.kind();
    }

    @Override
    public TokenEndpoint endpoint() {
      return good.endpoint();
    }

    @Override
    public List<? extends App> credentials() {
      return good.credentials();
    }
  }
}
