package dev.partnerauth.testkit.form;

import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.Latency;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.fault.Slow;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Faults by name, each with its parameters. */
public final class FaultForms {

  private static final long A_YEAR_OF_SECONDS = 366L * 86_400;
  private static final long AN_HOUR_OF_MILLIS = 3_600_000;

  private static final Map<String, Kind> KINDS = kinds();

  private FaultForms() {}

  /**
   * @param parameters by name, each with what it takes
   */
  public record Kind(
      String description, Map<String, String> parameters, Function<Form, Optional<Fault>> reader) {}

  /** In the order in which people look for them. */
  public static Map<String, Kind> all() {
    return KINDS;
  }

  /** As forms name a constant. */
  public static String name(Enum<?> constant) {
    return Form.name(constant);
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    plain(kinds, "none", Fault.none());
    with(
        kinds,
        "refused",
        "one of the platform's documented refusals",
        Map.entry("refusal", Form.names(refusals())),
        FaultForms::refused);
    plain(kinds, "rate-limited", Fault.rateLimited());
    plain(kinds, "rate-limited-with-status-500", Fault.rateLimitedWithStatus500());
    with(
        kinds,
        "quota-exceeded",
        "status 429 with a Retry-After",
        Map.entry("retryAfterSeconds", "whole seconds"),
        form -> seconds(form, "retryAfterSeconds", 0).map(Fault::quotaExceeded));
    plain(kinds, "unavailable", Fault.unavailable());
    with(
        kinds,
        "html-page",
        "a load balancer's page",
        Map.entry("status", "400 to 599"),
        form ->
            form.requiredWhole("status", 400, 599)
                .map(status -> Fault.htmlPage(status.intValue())));
    plain(kinds, "expired-on-arrival", Fault.expiredOnArrival());
    with(
        kinds,
        "revoked-after",
        "a token that is refused from then on",
        Map.entry("seconds", "whole seconds"),
        form -> seconds(form, "seconds", 0).map(Fault::revokedAfter));
    with(
        kinds,
        "skewed-clock",
        "a token by a clock that is ahead, or behind by negative seconds",
        Map.entry("seconds", "whole seconds"),
        form -> seconds(form, "seconds", -A_YEAR_OF_SECONDS).map(Fault::skewedClock));
    plain(kinds, "truncated-token", Fault.truncatedToken());
    with(
        kinds,
        "without-field",
        "a granted answer that lacks a field",
        Map.entry("field", "its name on the wire"),
        form -> form.requiredText("field").map(Fault::withoutField));
    plain(kinds, "numbers-as-numbers", Fault.numbersAsNumbers());
    plain(kinds, "numbers-as-strings", Fault.numbersAsStrings());
    plain(kinds, "not-json", Fault.notJson());
    plain(kinds, "connection-reset", Fault.connectionReset());
    plain(kinds, "closed-in-mid-body", Fault.closedInMidBody());
    plain(kinds, "empty-answer", Fault.emptyAnswer());
    plain(kinds, "garbage", Fault.garbage());
    plain(kinds, "stall", Fault.stall());
    return kinds;
  }

  private static void plain(Map<String, Kind> kinds, String name, Fault fault) {
    kinds.put(name, new Kind(fault.describe(), Map.of(), form -> Optional.of(fault)));
  }

  /**
   * @param parameter its name, and what it takes
   */
  private static void with(
      Map<String, Kind> kinds,
      String name,
      String description,
      Map.Entry<String, String> parameter,
      Function<Form, Optional<Fault>> reader) {
    kinds.put(name, new Kind(description, Map.ofEntries(parameter), reader));
  }

  private static List<Refusal> refusals() {
    return List.of(Refusal.values());
  }

  private static Optional<Fault> refused(Form form) {
    return form.has("refusal")
        ? form.oneOf("refusal", refusals()).map(Fault::refused)
        : form.wrong("refusal", "is missing", "one of: " + Form.names(refusals()));
  }

  private static Optional<Duration> seconds(Form form, String name, long least) {
    return form.requiredWhole(name, least, A_YEAR_OF_SECONDS).map(Duration::ofSeconds);
  }

  static Optional<Fault> fault(Form form) {
    Optional<Fault> fault =
        form.requiredText("fault")
            .flatMap(
                name ->
                    KINDS.containsKey(name)
                        ? KINDS.get(name).reader().apply(form)
                        : form.wrong(
                            "fault",
                            "is \"" + name + "\"",
                            "one of: " + String.join(", ", KINDS.keySet())));
    Optional<Latency> latency = form.object("after", FaultForms::latency);
    boolean trickling = form.yesOrNo("trickling", false);
    return fault.map(
        what ->
            latency.isEmpty() && !trickling
                ? what
                : new Slow(latency.orElse(Latency.fixed(Duration.ZERO)), trickling, what));
  }

  private static Optional<Latency> latency(Form form) {
    if (form.has("medianMillis") || form.has("p99Millis")) {
      return between(form, "medianMillis", "p99Millis", 1, Latency::logNormal);
    }
    if (form.has("leastMillis") || form.has("mostMillis")) {
      return between(form, "leastMillis", "mostMillis", 0, Latency::between);
    }
    return millis(form, "millis", 0).map(Latency::fixed);
  }

  private static Optional<Latency> between(
      Form form,
      String from,
      String to,
      long least,
      BiFunction<Duration, Duration, Latency> latency) {
    Optional<Duration> low = millis(form, from, least);
    Optional<Duration> high = millis(form, to, low.map(Duration::toMillis).orElse(least));
    return low.flatMap(lower -> high.map(upper -> latency.apply(lower, upper)));
  }

  private static Optional<Duration> millis(Form form, String name, long least) {
    return form.requiredWhole(name, least, AN_HOUR_OF_MILLIS).map(Duration::ofMillis);
  }
}
