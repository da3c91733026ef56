package dev.partnerauth.testkit.form;

import com.google.gson.JsonObject;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.RequestKind;
import dev.partnerauth.violation.InvalidRequest;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;

/** What is to go wrong, and when. */
public final class FaultPlanForm {

  /** Requests that faults can be planned for. */
  public static final List<RequestKind> KINDS =
      List.of(
          RequestKind.ACCESS_TOKEN,
          RequestKind.SERVICE_TOKEN,
          RequestKind.SCOPED_ACCESS_TOKEN,
          RequestKind.OPERATION);

  private FaultPlanForm() {}

  /** A plan on its own. */
  public static Either<InvalidRequest, FaultPlan> read(JsonObject json) {
    return Form.read(json, FaultPlanForm::plan);
  }

  static Optional<FaultPlan> plan(Form form) {
    List<Fault> faults = form.objects("faults", FaultForms::fault);
    if (!form.has("faults") || form.isEmptyList("faults")) {
      form.wrong("faults", "names none", "a list of faults, one for each request");
    }
    Optional<Double> probability = form.probability("probability");
    Optional<Long> seed = form.whole("seed", -(1L << 53), 1L << 53);
    Optional<RequestKind> at = form.oneOf("at", KINDS);
    Optional<ClientId> app = form.text("app").flatMap(key -> AppForm.key(form, "app", key));
    if (probability.isPresent() && faults.size() > 1) {
      form.wrong("faults", "holds several", "a single one with a probability");
    }
    if (seed.isPresent() && probability.isEmpty()) {
      form.wrong("seed", "stands without probability", "both or neither");
    }
    boolean impossible =
        faults.stream().anyMatch(fault -> !at.map(fault::canHappenAt).orElse(true));
    if (impossible) {
      form.wrong("at", "names requests that cannot meet with such a fault", "another");
    }
    return faults.isEmpty() || impossible
        ? Optional.empty()
        : Optional.of(narrowed(plan(faults, probability, seed), at, app));
  }

  private static FaultPlan plan(
      List<Fault> faults, Optional<Double> probability, Optional<Long> seed) {
    return probability
        .map(often -> FaultPlan.withProbability(often, faults.get(0), seed.orElse(0L)))
        .orElseGet(() -> FaultPlan.inSequence(faults.toArray(Fault[]::new)));
  }

  private static FaultPlan narrowed(
      FaultPlan plan, Optional<RequestKind> at, Optional<ClientId> app) {
    FaultPlan there = at.map(plan::at).orElse(plan);
    return app.map(there::forApp).orElse(there);
  }
}
