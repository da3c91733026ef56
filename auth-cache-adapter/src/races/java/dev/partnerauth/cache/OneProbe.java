package dev.partnerauth.cache;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import java.time.Duration;
import java.util.Optional;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two keys pass the gate of an endpoint whose next attempt is due. */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "the first one probes")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "the second one probes")
@Outcome(expect = FORBIDDEN, desc = "both or neither go, or one without a permit")
@State
public class OneProbe {

  private static final AuthFailure DOWN =
      new Unavailable(Facts.answered(Endpoint.ACCESS_TOKEN, 503));

  private final RacedCache cache = new RacedCache();
  private final Backoffs backoffs =
      new Backoffs(
          cache.loader,
          new EndpointBackoff(cache.loader.endpoint()),
          CacheSettings.standard(),
          cache.runtime());

  public OneProbe() {
    backoffs.failed(
        cache.key.name(), DOWN, backoffs.presented(), ProbePermit.NONE, Optional.empty());
    cache.clocks.advance(Duration.ofSeconds(1));
  }

  @Actor
  public void first(II_Result result) {
    result.r1 = entered("the first");
  }

  @Actor
  public void second(II_Result result) {
    result.r2 = entered("the second");
  }

  private int entered(String serviceToken) {
    return backoffs
        .enter(SimulatedLoader.key(serviceToken).name())
        .fold(closing -> 0, permit -> permit.isProbe() ? 1 : 2);
  }
}
