package dev.partnerauth.testkit.fidelity;

import com.google.gson.JsonObject;
import dev.partnerauth.app.App;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.port.Time;
import dev.partnerauth.purpose.StandardPurposes;
import dev.partnerauth.testkit.engine.TokenRequest;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.fidelity.Finding.Undecided;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;

/** Whoever probes: two apps, and a general access token. */
final class Partner {

  /** Long enough for an exchange, short enough to be of no use afterwards. */
  private static final Duration BRIEFLY = Duration.ofMinutes(2);

  private final Wire wire;
  private final BackendApp backend;
  private final FrontendApp frontend;
  private final Answer general;
  private final String generalToken;
  private final Time time;
  private final long generalCame;

  private Partner(
      Wire wire,
      BackendApp backend,
      FrontendApp frontend,
      Answer general,
      String generalToken,
      Time time) {
    this.wire = wire;
    this.backend = backend;
    this.frontend = frontend;
    this.general = general;
    this.generalToken = generalToken;
    this.time = time;
    this.generalCame = time.nanos();
  }

  static Either<Finding, Partner> of(
      BaseAddress base, BackendApp backend, FrontendApp frontend, Time time) {
    Wire wire = new Wire(base);
    return wire.send(Request.accessToken(clientCredentials(backend)))
        .flatMap(
            answer ->
                granted("no general access token", answer)
                    .map(token -> new Partner(wire, backend, frontend, answer, token, time)))
        .flatMap(Partner::withAFrontendAppThatIsKnown);
  }

  /** A mistyped secret would look like many contradictions. */
  private Either<Finding, Partner> withAFrontendAppThatIsKnown() {
    return scopedToken()
        .toJavaOptional()
        .filter(answer -> answer.is(Refusal.INVALID_CREDENTIALS))
        .<Either<Finding, Partner>>map(
            answer -> Either.left(new Undecided("the front-end app: " + answer.told())))
        .orElseGet(() -> Either.right(this));
  }

  static Either<Finding, String> granted(String otherwise, Answer answer) {
    return answer
        .token()
        .<Either<Finding, String>>map(Either::right)
        .orElseGet(() -> Either.left(new Undecided(otherwise + ": " + answer.told())));
  }

  BackendApp backend() {
    return backend;
  }

  FrontendApp frontend() {
    return frontend;
  }

  /** The answer that brought the general access token. */
  Answer general() {
    return general;
  }

  String generalToken() {
    return generalToken;
  }

  /** By the platform's clock, where it tells. */
  Instant now() {
    return general
        .date()
        .map(date -> date.plusNanos(time.nanos() - generalCame))
        .orElseGet(time::now);
  }

  Either<Finding, Answer> send(Request request) {
    return wire.send(request);
  }

  static JsonObject clientCredentials(App app) {
    return fields(TokenRequest.CLIENT_CREDENTIALS, app);
  }

  private static JsonObject fields(String grantType, App app) {
    JsonObject fields = new JsonObject();
    fields.addProperty("grant_type", grantType);
    fields.addProperty("client_id", app.clientId().value());
    fields.addProperty("client_secret", app.clientSecret().reveal());
    return fields;
  }

  Either<Finding, Answer> exchange(App app, String serviceToken) {
    JsonObject fields = fields(TokenRequest.AUTHORIZATION_CODE, app);
    fields.addProperty("code", serviceToken);
    return send(Request.accessToken(fields));
  }

  /** For an interview that nobody has. */
  JsonObject interview() {
    JsonObject fields = new JsonObject();
    fields.addProperty("purpose", StandardPurposes.INTERVIEW.name());
    fields.addProperty("expirationTime", now().plus(BRIEFLY).getEpochSecond());
    fields.addProperty(ClaimName.INTERVIEW_ID.value(), "00000000-0000-4000-8000-000000000000");
    return fields;
  }

  Either<Finding, Answer> serviceToken(JsonObject fields) {
    return send(Request.serviceToken(fields).as("Bearer", generalToken));
  }

  Either<Finding, String> serviceToken() {
    return serviceToken(interview()).flatMap(answer -> granted("no service token", answer));
  }

  Either<Finding, Answer> scopedToken() {
    return serviceToken().flatMap(code -> exchange(frontend, code));
  }
}
