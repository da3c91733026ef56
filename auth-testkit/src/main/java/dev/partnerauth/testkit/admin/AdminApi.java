package dev.partnerauth.testkit.admin;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.testkit.form.AppForm;
import dev.partnerauth.testkit.form.FaultForms;
import dev.partnerauth.testkit.form.FaultPlanForm;
import dev.partnerauth.testkit.server.Part;
import dev.partnerauth.testkit.server.WireAnswer;
import dev.partnerauth.testkit.server.WireRequest;
import dev.partnerauth.testkit.settings.SandboxApp;
import dev.partnerauth.testkit.time.MovableTime;
import dev.partnerauth.violation.InvalidRequest;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code /__admin}: apps, clock, faults, journal and reset. Thread-safe. */
public final class AdminApi implements Part {

  static final String ROOT = "/__admin";

  private static final Duration FARTHEST = Duration.ofDays(36_525);
  private static final int SHOWN = 200;

  private final Operated operated;
  private final List<AdminRoute> routes;

  public AdminApi(Operated operated) {
    this.operated = operated;
    this.routes =
        List.of(
            AdminRoute.of("GET", "/openapi.json", "This API.", (request, none) -> openApi()),
            AdminRoute.of("GET", "/apps", "The registered apps.", (request, none) -> apps()),
            AdminRoute.of("PUT", "/apps/{key}", "Registers or replaces an app.", this::register)
                .taking("App"),
            AdminRoute.of("DELETE", "/apps/{key}", "Removes an app.", this::remove),
            AdminRoute.of(
                "GET", "/purposes", "The registered purposes.", (request, none) -> purposes()),
            AdminRoute.of("GET", "/clock", "What time it is here.", (request, none) -> clock()),
            AdminRoute.of("POST", "/clock/advances", "Moves the clock.", this::advance)
                .taking("Advance"),
            AdminRoute.of(
                "GET", "/faults", "What is planned, and what can be.", (request, none) -> faults()),
            AdminRoute.of("POST", "/faults", "Arms a fault plan.", this::arm).taking("FaultPlan"),
            AdminRoute.of("DELETE", "/faults", "Disarms all plans.", (request, none) -> disarm()),
            AdminRoute.of(
                "GET", "/journal", "The last requests; ?last=N for how many.", this::journal),
            AdminRoute.of(
                "GET", "/journal/{number}", "A request and its answer, redacted.", this::exchange),
            AdminRoute.of(
                "DELETE", "/journal", "Forgets all requests.", (request, none) -> forget()),
            AdminRoute.of("POST", "/inspections", "What a token is and may do.", this::inspect)
                .taking("Token"),
            AdminRoute.of(
                "POST", "/reset", "Makes all as it was at the start.", (request, none) -> reset()));
  }

  @Override
  public Optional<WireAnswer> answer(WireRequest request) {
    if (!request.path().equals(ROOT) && !request.path().startsWith(ROOT + "/")) {
      return Optional.empty();
    }
    return Guard.refusal(request)
        .or(() -> Optional.of(routed(request, request.path().substring(ROOT.length()))))
        .map(answer -> answer.with("Cache-Control", "no-store"));
  }

  private WireAnswer routed(WireRequest request, String path) {
    List<AdminRoute> there =
        routes.stream().filter(route -> route.match(path).isPresent()).toList();
    if (there.isEmpty()) {
      return noSuch("path. See " + ROOT + "/openapi.json");
    }
    return there.stream()
        .filter(route -> route.method().equals(request.method()))
        .findFirst()
        .map(route -> route.handler().apply(request, route.match(path).orElseThrow()))
        .orElseGet(
            () ->
                WireAnswer.problem(
                    405,
                    "Method not allowed",
                    "Use " + String.join(" or ", there.stream().map(AdminRoute::method).toList())));
  }

  private WireAnswer openApi() {
    return WireAnswer.json(200, OpenApi.of(routes));
  }

  private WireAnswer apps() {
    JsonArray apps = new JsonArray();
    operated.engine().apps().all().stream()
        .sorted(Comparator.comparing(app -> app.clientId().value()))
        .map(AppForm::write)
        .forEach(apps::add);
    return under("apps", apps);
  }

  private WireAnswer register(WireRequest request, String key) {
    return made(request, "app", json -> AppForm.read(withKey(json, key)))
        .map(
            app -> {
              operated.engine().apps().register(app);
              return WireAnswer.json(200, AppForm.write(app));
            })
        .fold(refused -> refused, done -> done);
  }

  /** The path has the last word. */
  private static JsonObject withKey(JsonObject json, String key) {
    JsonObject app = json.deepCopy();
    app.addProperty("key", key);
    return app;
  }

  private WireAnswer remove(WireRequest request, String key) {
    Optional<SandboxApp> app =
        ClientId.of(key).toJavaOptional().flatMap(operated.engine().apps()::find);
    app.ifPresent(known -> operated.engine().apps().remove(known.clientId()));
    return app.isPresent() ? WireAnswer.empty(204) : noSuch("app");
  }

  private WireAnswer purposes() {
    JsonArray purposes = new JsonArray();
    operated
        .engine()
        .settings()
        .purposes()
        .purposes()
        .forEach(purpose -> purposes.add(Shown.purpose(purpose)));
    return under("purposes", purposes);
  }

  private WireAnswer clock() {
    JsonObject clock = new JsonObject();
    clock.addProperty("now", operated.engine().now().toString());
    clock.addProperty("movable", operated.movableTime().isPresent());
    return WireAnswer.json(200, clock);
  }

  private WireAnswer advance(WireRequest request, String none) {
    Optional<Duration> by =
        request.json().filter(json -> json.keySet().size() == 1).flatMap(AdminApi::duration);
    if (by.isEmpty()) {
      return WireAnswer.problem(
          400,
          "Mistaken advance",
          "Send {\"by\": \"PT1H\"}: an ISO 8601 duration of at most a hundred years, negative for"
              + " backwards.");
    }
    Optional<MovableTime> time = operated.movableTime();
    if (time.isEmpty()) {
      return WireAnswer.problem(
          409,
          "The clock cannot be moved",
          "This sandbox follows the system's clock. Start it with SandboxSettings.at(MovableTime).");
    }
    time.get().advance(by.get());
    return clock();
  }

  private static Optional<Duration> duration(JsonObject json) {
    try {
      return Optional.ofNullable(json.get("by"))
          .filter(by -> by.isJsonPrimitive())
          .map(by -> Duration.parse(by.getAsString()))
          .filter(by -> by.abs().compareTo(FARTHEST) <= 0);
    } catch (DateTimeParseException | ArithmeticException noDuration) {
      return Optional.empty();
    }
  }

  private WireAnswer faults() {
    JsonObject faults = new JsonObject();
    faults.add("armed", Shown.texts(operated.faults().armed()));
    faults.add("outstanding", Shown.texts(operated.faults().outstanding()));
    faults.add("kinds", Shown.faultKinds());
    faults.add("at", Shown.texts(FaultPlanForm.KINDS.stream().map(FaultForms::name).toList()));
    return WireAnswer.json(200, faults);
  }

  private WireAnswer arm(WireRequest request, String none) {
    return made(request, "fault plan", FaultPlanForm::read)
        .map(
            plan -> {
              operated.faults().arm(plan);
              return faults();
            })
        .fold(refused -> refused, done -> done);
  }

  private WireAnswer disarm() {
    operated.faults().disarm();
    return faults();
  }

  private WireAnswer journal(WireRequest request, String none) {
    int last =
        Optional.ofNullable(request.query().get("last"))
            .filter(digits -> digits.matches("[0-9]{1,6}"))
            .map(Integer::valueOf)
            .orElse(SHOWN);
    return under("entries", Shown.entries(operated.journal().entries(), last));
  }

  private WireAnswer exchange(WireRequest request, String number) {
    if (!number.matches("[0-9]{1,18}")) {
      return noSuch("request");
    }
    long wanted = Long.parseLong(number);
    Optional<String> asked = operated.exchanges().request(wanted);
    Optional<String> answered = operated.exchanges().answer(wanted);
    if (asked.isEmpty() || answered.isEmpty()) {
      return noSuch("request at hand: the last few hundred are kept, less those that are large");
    }
    JsonObject exchange = new JsonObject();
    exchange.addProperty("request", asked.get());
    exchange.addProperty("answer", answered.get());
    return WireAnswer.json(200, exchange);
  }

  private WireAnswer forget() {
    operated.forgetRequests();
    return WireAnswer.empty(204);
  }

  private WireAnswer inspect(WireRequest request, String none) {
    return request
        .json()
        .flatMap(json -> Optional.ofNullable(json.get("token")))
        .filter(token -> token.isJsonPrimitive())
        .map(token -> WireAnswer.json(200, Inspection.of(operated.engine(), token.getAsString())))
        .orElseGet(
            () -> WireAnswer.problem(400, "Mistaken inspection", "Send {\"token\": \"...\"}."));
  }

  private WireAnswer reset() {
    operated.reset();
    return WireAnswer.empty(204);
  }

  private static WireAnswer under(String name, JsonArray values) {
    JsonObject json = new JsonObject();
    json.add(name, values);
    return WireAnswer.json(200, json);
  }

  private static WireAnswer noSuch(String thing) {
    return WireAnswer.problem(404, "Not found", "There is no such " + thing + ".");
  }

  private static <T> Either<WireAnswer, T> made(
      WireRequest request, String what, Function<JsonObject, Either<InvalidRequest, T>> reader) {
    Optional<JsonObject> json = request.json();
    return json.isEmpty()
        ? Either.left(WireAnswer.problem(400, "Mistaken " + what, "The body is no JSON object."))
        : reader.apply(json.get()).mapLeft(invalid -> Shown.mistakes(what, invalid));
  }
}
