package dev.partnerauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.port.AuthEvents;
import dev.partnerauth.port.Delays;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RuntimesTest {

  @Test
  void everyPartOfARuntimeCanBeReplaced() {
    HandMovedTime time = new HandMovedTime();
    AuthEvents events = AuthEvents.none();
    Executor executor = Runnable::run;
    RandomGenerator random = new Random(1);
    Delays delays = delay -> executor;

    AuthRuntime runtime =
        AuthRuntime.system()
            .delayedBy(delays)
            .randomBy(random)
            .observedOn(executor)
            .observedBy(events)
            .at(time);

    assertThat(runtime).isEqualTo(new AuthRuntime(time, events, executor, random, delays));
  }

  @Test
  void theSystemsRandomIsNotConstant() {
    RandomGenerator random = AuthRuntime.system().random();

    assertThat(LongStream.generate(random::nextLong).limit(10).distinct().count()).isGreaterThan(1);
  }
}
