package dev.partnerauth.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.partnerauth.app.ClientId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlansAreFollowedTest {

  private static final Fault DOWN = Fault.unavailable();
  private static final Optional<ClientId> SOMEBODY = Optional.of(id("somebody"));

  private final Faults faults = new Faults();

  @Test
  void aSequenceGivesEachFaultOnceAndThenAllIsWell() {
    faults.arm(FaultPlan.inSequence(Fault.stall(), Fault.none(), DOWN));

    assertThat(Stream.generate(this::next).limit(5))
        .containsExactly(Fault.stall(), Fault.none(), DOWN, Fault.none(), Fault.none());
  }

  @Test
  void theSameSeedGivesTheSameFaultsToTheSameRequests() {
    FaultPlan plan =
        FaultPlan.withProbability(
            0.3, DOWN.after(Latency.between(Duration.ZERO, Duration.ofSeconds(9))), 42);

    assertThat(hundred(plan)).isEqualTo(hundred(plan));
  }

  @Test
  void anotherSeedGivesOthers() {
    assertThat(hundred(FaultPlan.withProbability(0.3, DOWN, 42)))
        .isNotEqualTo(hundred(FaultPlan.withProbability(0.3, DOWN, 43)));
  }

  @Test
  void aProbabilityIsKeptAboutAsOften() {
    assertThat(
            hundred(FaultPlan.withProbability(0.3, DOWN, 42)).stream()
                .filter(planned -> planned.fault().equals(DOWN))
                .count())
        .isBetween(20L, 40L);
  }

  @Test
  void aPlanForNoKindIsForTokensAndNotForOperations() {
    faults.arm(FaultPlan.times(1, DOWN));

    assertThat(
            List.of(
                faults.next(RequestKind.OPERATION, SOMEBODY).fault(),
                faults.next(RequestKind.SERVICE_TOKEN, SOMEBODY).fault()))
        .containsExactly(Fault.none(), DOWN);
  }

  @Test
  void whatCannotHappenIsNotPlanned() {
    assertThat(
            Stream.of(Fault.truncatedToken(), Fault.expiredOnArrival(), Fault.trickle(), DOWN)
                .map(
                    fault ->
                        Optional.ofNullable(
                                catchThrowable(
                                    () -> FaultPlan.always(fault).at(RequestKind.OPERATION)))
                            .map(Throwable::getMessage)
                            .orElse("planned"))
                .toList())
        .containsExactly(
            "a token that ends in its middle cannot happen at OPERATION. Name another request.",
            "a token that is expired on arrival cannot happen at OPERATION. Name another request.",
            "planned",
            "planned");
  }

  @Test
  void aPlanForOneKindAndAppLeavesOthersAlone() {
    faults.arm(FaultPlan.times(1, DOWN).at(RequestKind.SERVICE_TOKEN).forApp(id("somebody")));

    assertThat(
            List.of(
                faults.next(RequestKind.ACCESS_TOKEN, SOMEBODY).fault(),
                faults.next(RequestKind.SERVICE_TOKEN, Optional.of(id("other"))).fault(),
                faults.next(RequestKind.SERVICE_TOKEN, Optional.empty()).fault(),
                faults.next(RequestKind.SERVICE_TOKEN, SOMEBODY).fault()))
        .containsExactly(Fault.none(), Fault.none(), Fault.none(), DOWN);
  }

  @Test
  void ofSeveralPlansTheFirstThatFitsDecidesUntilItIsOver() {
    faults.arm(FaultPlan.times(1, DOWN));
    faults.arm(FaultPlan.always(Fault.stall()));

    assertThat(Stream.generate(this::next).limit(3))
        .containsExactly(DOWN, Fault.stall(), Fault.stall());
  }

  @Test
  void whatIsLeftOfASequenceIsOutstanding() {
    faults.arm(FaultPlan.times(3, Fault.connectionReset()).at(RequestKind.ACCESS_TOKEN));
    faults.arm(FaultPlan.always(DOWN));
    next();

    assertThat(faults.outstanding())
        .containsExactly(
            "a connection that is reset, at ACCESS_TOKEN (2 of 3)",
            "a connection that is reset, at ACCESS_TOKEN (3 of 3)");
  }

  @Test
  void disarmingEndsAllPlans() {
    faults.arm(FaultPlan.always(DOWN));
    faults.disarm();

    assertThat(List.of(next(), faults.armed(), faults.outstanding()))
        .containsExactly(Fault.none(), List.of(), List.of());
  }

  @Test
  void mistakesInAPlanAreRefusedWithACure() {
    assertThat(
            Stream.of(
                    catchThrowable(FaultPlan::inSequence),
                    catchThrowable(() -> FaultPlan.withProbability(1.5, DOWN, 1)),
                    catchThrowable(() -> FaultPlan.withProbability(Double.NaN, DOWN, 1)),
                    catchThrowable(
                        () ->
                            Fault.slow(Latency.fixed(Duration.ZERO))
                                .after(Latency.fixed(Duration.ZERO))))
                .map(Throwable::getMessage))
        .containsExactly(
            "a plan without a fault. Name at least one.",
            "probability is 1.5. Use 0 to 1.",
            "probability is NaN. Use 0 to 1.",
            "a slow answer that is slow again. Give one latency.");
  }

  private Fault next() {
    return faults.next(RequestKind.ACCESS_TOKEN, SOMEBODY).fault();
  }

  private static List<Planned> hundred(FaultPlan plan) {
    Faults fresh = new Faults();
    fresh.arm(plan);
    return IntStream.range(0, 100)
        .mapToObj(i -> fresh.next(RequestKind.ACCESS_TOKEN, SOMEBODY))
        .toList();
  }

  private static ClientId id(String text) {
    return ClientId.of(text).get();
  }
}
