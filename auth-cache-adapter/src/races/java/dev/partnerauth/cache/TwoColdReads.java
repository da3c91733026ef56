package dev.partnerauth.cache;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.ScopedAccessToken;
import io.vavr.control.Either;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Two callers want a token of which there is none. */
@JCStressTest
@Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "one request answers both")
@Outcome(expect = FORBIDDEN, desc = "two requests, or a caller who is left without an answer")
@State
public class TwoColdReads {

  private final RacedCache cache = new RacedCache();
  private CompletableFuture<Either<AuthFailure, ScopedAccessToken>> one = new CompletableFuture<>();
  private CompletableFuture<Either<AuthFailure, ScopedAccessToken>> two = new CompletableFuture<>();

  @Actor
  public void first() {
    one = cache.read();
  }

  @Actor
  public void second() {
    two = cache.read();
  }

  @Arbiter
  public void afterwards(III_Result result) {
    cache.serverAnswers();
    result.r1 = cache.requests.get();
    result.r2 = RacedCache.told(one);
    result.r3 = RacedCache.told(two);
  }
}
