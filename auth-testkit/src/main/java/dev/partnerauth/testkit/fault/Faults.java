package dev.partnerauth.testkit.fault;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.testkit.fault.FaultPlan.Chance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/**
 * The plans that are armed at present. Of several that fit a request, the first decides.
 *
 * @since 0.1.0
 */
public final class Faults {

  private final List<Armed> plans = new CopyOnWriteArrayList<>();

  public Faults() {}

  /** From now on. */
  public synchronized void arm(FaultPlan plan) {
    plans.add(new Armed(plan));
  }

  /** All plans end here. */
  public synchronized void disarm() {
    plans.clear();
  }

  /** What goes wrong with the next answer to such a request. */
  public Planned next(RequestKind kind, Optional<ClientId> app) {
    // Most platforms have no plan, and need not make their requests wait for each other.
    return plans.isEmpty() ? Planned.NOTHING : drawn(kind, app);
  }

  private synchronized Planned drawn(RequestKind kind, Optional<ClientId> app) {
    return plans.stream()
        .filter(plan -> plan.fits(kind, app))
        .findFirst()
        .map(Armed::next)
        .orElse(Planned.NOTHING);
  }

  /** What was planned and has not happened, a line each; plans by chance end with no debts. */
  public synchronized List<String> outstanding() {
    return plans.stream().flatMap(plan -> plan.outstanding().stream()).toList();
  }

  /** Those that can still give a fault, a line each. */
  public synchronized List<String> armed() {
    return plans.stream().filter(Armed::isAlive).map(plan -> plan.plan.describe()).toList();
  }

  private static final class Armed {

    private final FaultPlan plan;
    private final SplittableRandom random;
    private int given;

    Armed(FaultPlan plan) {
      this.plan = plan;
      this.random = new SplittableRandom(plan.chance().map(Chance::seed).orElse(0L));
    }

    boolean isAlive() {
      return plan.chance().isPresent() || given < plan.faults().size();
    }

    boolean fits(RequestKind kind, Optional<ClientId> app) {
      return isAlive()
          && plan.kind().map(kind::equals).orElse(kind != RequestKind.OPERATION)
          && plan.app().map(only -> app.filter(only::equals).isPresent()).orElse(true);
    }

    Planned next() {
      if (plan.chance().isEmpty()) {
        return drawn(plan.faults().get(given++));
      }
      return random.nextDouble() < plan.chance().get().probability()
          ? drawn(plan.faults().get(0))
          : Planned.NOTHING;
    }

    private Planned drawn(Fault fault) {
      return fault instanceof Slow slow
          ? new Planned(slow.answer(), slow.latency().draw(random), slow.trickling())
          : new Planned(fault, Duration.ZERO, false);
    }

    List<String> outstanding() {
      if (plan.chance().isPresent()) {
        return List.of();
      }
      int all = plan.faults().size();
      return IntStream.range(given, all)
          .mapToObj(
              i ->
                  plan.faults().get(i).describe()
                      + plan.target()
                      + " ("
                      + (i + 1)
                      + " of "
                      + all
                      + ")")
          .toList();
    }
  }
}
