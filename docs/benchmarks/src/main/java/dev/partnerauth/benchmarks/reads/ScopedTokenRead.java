package dev.partnerauth.benchmarks.reads;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.partnerauth.Delegation;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.benchmarks.Samples;
import dev.partnerauth.benchmarks.ScopedTokens;
import dev.partnerauth.benchmarks.TokenServer;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenName;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One of many scoped access tokens, at random. Whoever reads has service tokens of its own, equal
 * to those that the kept ones were exchanged for and not the same objects; bare Caffeine is asked
 * by the same names.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScopedTokenRead {

  static final int TOKENS = Integer.getInteger("tokens", 100_000);

  private static final int MAXIMUM_SIZE = 2 * TOKENS;
  private static final Duration LIFE = Duration.ofDays(1);
  private static final Duration IDLE = Duration.ofHours(1);
  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(15));

  /** Filled for one of the benchmarks only, so that none has the garbage of the others around. */
  abstract static class Filled {

    static ServiceToken serviceToken(int index) {
      return Samples.serviceToken(index);
    }

    static ForScopedAccessToken key(int index) {
      return new ForScopedAccessToken(Samples.FRONTEND.clientId(), serviceToken(index));
    }
  }

  @State(Scope.Benchmark)
  public static class OurTokens extends Filled {

    private final Tokens<ForScopedAccessToken, ScopedAccessToken> tokens =
        CaffeineTokenCache.builder()
            .maximumSize(MAXIMUM_SIZE)
            .build()
            .tokens(
                new ScopedTokens(new TokenServer(LIFE, Duration.ZERO).withoutJournal()),
                AuthRuntime.system());
    private final ForScopedAccessToken[] keys = new ForScopedAccessToken[TOKENS];

    public OurTokens() {
      for (int i = 0; i < TOKENS; i++) {
        tokens.get(key(i), Duration.ZERO, BUDGET).get();
        keys[i] = key(i);
      }
    }
  }

  @State(Scope.Benchmark)
  public static class OurFacade extends Filled {

    private final Delegation delegation =
        PartnerAuth.of(
                new TokenServer(LIFE, Duration.ZERO).withoutJournal(),
                Samples.BACKEND,
                CaffeineTokenCache.builder().maximumSize(MAXIMUM_SIZE).build())
            .exchangingAs(Samples.FRONTEND);
    private final ServiceToken[] serviceTokens = new ServiceToken[TOKENS];

    public OurFacade() {
      for (int i = 0; i < TOKENS; i++) {
        delegation.scopedAccessToken(serviceToken(i)).get();
        serviceTokens[i] = serviceToken(i);
      }
    }
  }

  /** What bare Caffeine is asked with, and what it holds. */
  abstract static class Bare extends Filled {

    final ForScopedAccessToken[] keys = new ForScopedAccessToken[TOKENS];

    final void fill(Cache<TokenName, Either<AuthFailure, ScopedAccessToken>> cache) {
      ScopedTokens loader = new ScopedTokens(new TokenServer(LIFE, Duration.ZERO).withoutJournal());
      for (int i = 0; i < TOKENS; i++) {
        cache.put(key(i).name(), loader.load(key(i), BUDGET).toCompletableFuture().join());
        keys[i] = key(i);
      }
    }
  }

  @State(Scope.Benchmark)
  public static class BareExpiring extends Bare {

    private final Cache<TokenName, Either<AuthFailure, ScopedAccessToken>> cache =
        Caffeine.newBuilder()
            .maximumSize(MAXIMUM_SIZE)
            .expireAfter(new BareLife<TokenName, Either<AuthFailure, ScopedAccessToken>>(IDLE))
            .build();

    public BareExpiring() {
      fill(cache);
    }
  }

  @State(Scope.Benchmark)
  public static class BareIdling extends Bare {

    private final Cache<TokenName, Either<AuthFailure, ScopedAccessToken>> cache =
        Caffeine.newBuilder().maximumSize(MAXIMUM_SIZE).expireAfterAccess(IDLE).build();

    public BareIdling() {
      fill(cache);
    }
  }

  @State(Scope.Benchmark)
  public static class BareBounded extends Bare {

    private final Cache<TokenName, Either<AuthFailure, ScopedAccessToken>> cache =
        Caffeine.newBuilder().maximumSize(MAXIMUM_SIZE).build();

    public BareBounded() {
      fill(cache);
    }
  }

  /** Where a thread is on its way through the keys. */
  @State(Scope.Thread)
  public static class Walk {

    private int state = (int) System.nanoTime() | 1;

    int next() {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state & Integer.MAX_VALUE) % TOKENS;
    }
  }

  @Benchmark
  public Either<AuthFailure, ScopedAccessToken> tokens(OurTokens ours, Walk walk) {
    return ours.tokens.get(ours.keys[walk.next()], Duration.ZERO, BUDGET);
  }

  @Benchmark
  public Either<AuthFailure, ScopedAccessToken> delegation(OurFacade ours, Walk walk) {
    return ours.delegation.scopedAccessToken(ours.serviceTokens[walk.next()]);
  }

  @Benchmark
  public @Nullable Either<AuthFailure, ScopedAccessToken> caffeineExpiring(
      BareExpiring bare, Walk walk) {
    return bare.cache.getIfPresent(bare.keys[walk.next()].name());
  }

  @Benchmark
  public @Nullable Either<AuthFailure, ScopedAccessToken> caffeineIdling(
      BareIdling bare, Walk walk) {
    return bare.cache.getIfPresent(bare.keys[walk.next()].name());
  }

  @Benchmark
  public @Nullable Either<AuthFailure, ScopedAccessToken> caffeineBounded(
      BareBounded bare, Walk walk) {
    return bare.cache.getIfPresent(bare.keys[walk.next()].name());
  }
}
