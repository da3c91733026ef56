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

/** The time of a request is over as its token arrives. */
@JCStressTest
@Outcome(id = "1, 0, 0", expect = ACCEPTABLE, desc = "the caller has the token; all is let go of")
@Outcome(id = "2, 0, 0", expect = ACCEPTABLE, desc = "the caller is told of it; all is let go of")
@Outcome(expect = FORBIDDEN, desc = "no answer, a key that stays at work, or a slot that is lost")
@State
public class LimitMeetsArrival {

  private final RacedCache cache = new RacedCache();
  private final CompletableFuture<Either<AuthFailure, ScopedAccessToken>> read = cache.read();

  @Actor
  public void arrives() {
    cache.serverAnswers();
  }

  @Actor
  public void limits() {
    cache.limitIsReached();
  }

  @Arbiter
  public void afterwards(III_Result result) {
    result.r1 = RacedCache.told(read);
    result.r2 = cache.keysAtWork();
    result.r3 = cache.slotsTaken();
  }
}
