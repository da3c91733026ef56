package dev.partnerauth.cache;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A token is rejected, as by who got it in another way, while it arrives. */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "it does not stand, and no later reader gets it")
@Outcome(
    id = "0, 2",
    expect = ACCEPTABLE,
    desc = "it was rejected before it came, which its reader is told")
@Outcome(expect = FORBIDDEN, desc = "it is served after it was rejected")
@State
public class RejectionMeetsArrival {

  private final RacedCache cache = new RacedCache();

  public RejectionMeetsArrival() {
    var unused = cache.read();
  }

  @Actor
  public void arrives() {
    cache.serverAnswers();
  }

  @Actor
  public void rejects() {
    cache.reject();
  }

  @Arbiter
  public void afterwards(II_Result result) {
    result.r1 = cache.stands() ? 1 : 0;
    result.r2 = RacedCache.told(cache.read());
  }
}
