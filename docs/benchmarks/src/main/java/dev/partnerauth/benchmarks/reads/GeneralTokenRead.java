package dev.partnerauth.benchmarks.reads;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.benchmarks.Samples;
import dev.partnerauth.benchmarks.TokenServer;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.AccessToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The general access token, which every call of a partner reads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GeneralTokenRead {

  private static final Duration LIFE = Duration.ofDays(1);

  private final PartnerAuth auth =
      PartnerAuth.of(
          new TokenServer(LIFE, Duration.ZERO), Samples.BACKEND, CaffeineTokenCache.standard());
  private final Floor<AccessToken> floor = new Floor<>(auth.accessToken().get(), LIFE);

  /** Fails before anything is measured. */
  @Setup
  public void check() {
    if (!auth.accessToken().equals(floor.get())) {
      throw new IllegalStateException("the token is not kept");
    }
  }

  @Benchmark
  public Either<AuthFailure, AccessToken> floor() {
    return floor.get();
  }

  @Benchmark
  public Either<AuthFailure, AccessToken> partnerAuth() {
    return auth.accessToken();
  }
}
