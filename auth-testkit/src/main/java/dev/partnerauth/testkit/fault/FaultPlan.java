package dev.partnerauth.testkit.fault;

import dev.partnerauth.app.ClientId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When which fault shows: one after the other, or by chance. Immutable; a plan that is armed twice
 * begins twice.
 *
 * @param faults of which a sequence gives each once; by chance the first shows
 * @param chance by which they show; empty for a sequence
 * @param kind of request that it is for; all that ask for a token when empty
 * @param app that it is for; any when empty
 * @since 0.1.0
 */
public record FaultPlan(
    List<Fault> faults,
    Optional<Chance> chance,
    Optional<RequestKind> kind,
    Optional<ClientId> app) {

  /**
   * @param probability of each answer to be faulty, from 0 to 1
   * @param seed the same gives the same faults to the same requests
   */
  public record Chance(double probability, long seed) {

    /**
     * @throws IllegalArgumentException when the probability lies outside of 0 to 1
     */
    public Chance {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException("probability is " + probability + ". Use 0 to 1.");
      }
    }

    @Override
    public String toString() {
      return "with probability " + probability + " (seed " + seed + ")";
    }
  }

  /**
   * @throws IllegalArgumentException without a fault, or for requests that cannot meet with it
   */
  public FaultPlan {
    faults = List.copyOf(faults);
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("a plan without a fault. Name at least one.");
    }
    for (Fault fault : faults) {
      if (!kind.map(fault::canHappenAt).orElse(true)) {
        throw new IllegalArgumentException(
            fault.describe() + " cannot happen at " + kind.get() + ". Name another request.");
      }
    }
  }

  /** One for each request, in this order; {@link Fault#none} lets one through. Then all is well. */
  public static FaultPlan inSequence(Fault... faults) {
    return sequence(Arrays.asList(faults));
  }

  /** That often, then all is well. */
  public static FaultPlan times(int count, Fault fault) {
    return sequence(Collections.nCopies(count, fault));
  }

  private static FaultPlan sequence(List<Fault> faults) {
    return new FaultPlan(faults, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Until it is disarmed. */
  public static FaultPlan always(Fault fault) {
    return withProbability(1, fault, 0);
  }

  /**
   * By chance, until it is disarmed.
   *
   * @param probability from 0 to 1
   * @param seed the same gives the same faults to the same requests
   */
  public static FaultPlan withProbability(double probability, Fault fault, long seed) {
    return new FaultPlan(
        List.of(fault),
        Optional.of(new Chance(probability, seed)),
        Optional.empty(),
        Optional.empty());
  }

  /** For requests of this kind only. */
  public FaultPlan at(RequestKind requests) {
    return new FaultPlan(faults, chance, Optional.of(requests), app);
  }

  /** For this app only. */
  public FaultPlan forApp(ClientId only) {
    return new FaultPlan(faults, chance, kind, Optional.of(only));
  }

  /** In one line. */
  public String describe() {
    String what = faults.stream().map(Fault::describe).collect(Collectors.joining(", then "));
    return what + chance.map(often -> ", " + often).orElse("") + target();
  }

  String target() {
    return kind.map(requests -> ", at " + requests).orElse("")
        + app.map(only -> ", for app " + only).orElse("");
  }
}
