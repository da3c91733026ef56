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

/** A caller comes while the answer to another one's request is put where readers find it. */
@JCStressTest
@Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "the one request answers both")
@Outcome(expect = FORBIDDEN, desc = "two requests, or a caller who is left without an answer")
@State
public class ReaderMeetsSettling {

  private final RacedCache cache = new RacedCache();
  private final CompletableFuture<Either<AuthFailure, ScopedAccessToken>> earlier = cache.read();
  private CompletableFuture<Either<AuthFailure, ScopedAccessToken>> late =
      new CompletableFuture<>();

  @Actor
  public void arrives() {
    cache.serverAnswers();
  }

  @Actor
  public void reads() {
    late = cache.read();
  }

  @Arbiter
  public void afterwards(III_Result result) {
    result.r1 = cache.requests.get();
    result.r2 = RacedCache.told(earlier);
    result.r3 = RacedCache.told(late);
  }
}
