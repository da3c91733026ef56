package dev.partnerauth.testkit.engine;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.Faults;
import dev.partnerauth.testkit.fault.GatewayError;
import dev.partnerauth.testkit.fault.OddToken;
import dev.partnerauth.testkit.fault.Planned;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.fault.Refused;
import dev.partnerauth.testkit.fault.RequestKind;
import dev.partnerauth.testkit.journal.Journal;
import dev.partnerauth.testkit.journal.JournalEntry;
import dev.partnerauth.testkit.journal.Lineage;
import dev.partnerauth.testkit.settings.SandboxApp;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Function;

/** The two endpoints: the platform's decisions, the planned faults, and the journal of both. */
public final class TokenEndpoints {

  private final PlatformEngine engine;
  private final Faults faults;
  private final Journal journal;

  public TokenEndpoints(PlatformEngine engine, Faults faults, Journal journal) {
    this.engine = engine;
    this.faults = faults;
    this.journal = journal;
  }

  /** {@code POST /accesstoken}. */
  public Answered<IssuedBearerToken> accessToken(TokenRequest request) {
    boolean exchange =
        request.grantType().filter(TokenRequest.AUTHORIZATION_CODE::equals).isPresent();
    Optional<OpenedToken> code = exchange ? request.code().flatMap(engine::open) : Optional.empty();
    Asked asked =
        new Asked(
            exchange ? RequestKind.SCOPED_ACCESS_TOKEN : RequestKind.ACCESS_TOKEN,
            Endpoint.ACCESS_TOKEN,
            request.clientId().flatMap(id -> ClientId.of(id).toJavaOptional()),
            code.map(OpenedToken::lineage));
    return answered(
        asked, odd -> engine.accessToken(request, code, odd), IssuedBearerToken::lineage);
  }

  /** {@code POST /servicetoken}; no request means that the body could not be read. */
  public Answered<IssuedServiceToken> serviceToken(
      Optional<String> bearer, Optional<PurposeRequest> request) {
    Optional<OpenedToken> presented = bearer.flatMap(engine::open);
    Asked asked =
        new Asked(
            RequestKind.SERVICE_TOKEN,
            Endpoint.SERVICE_TOKEN,
            presented.flatMap(engine::appOf).map(SandboxApp::clientId),
            presented.map(OpenedToken::lineage));
    return answered(
        asked, odd -> engine.serviceToken(presented, request, odd), IssuedServiceToken::lineage);
  }

  private record Asked(
      RequestKind kind, Endpoint endpoint, Optional<ClientId> app, Optional<Lineage> presented) {}

  private <T> Answered<T> answered(
      Asked asked, Function<OddToken, Either<Refusal, T>> decide, Function<T, Lineage> lineage) {
    long number = journal.nextNumber();
    Planned planned = faults.next(asked.kind(), asked.app());
    Fault fault = planned.fault();
    Either<Refusal, T> decision =
        fault instanceof Refused refused
            ? Either.left(refused.refusal())
            : decide.apply(fault instanceof OddToken odd ? odd : OddToken.NOT_AT_ALL);
    journal.add(
        new JournalEntry(
            number,
            engine.now(),
            asked.kind(),
            "POST " + asked.endpoint().path(),
            asked.app(),
            asked.presented(),
            fault instanceof GatewayError error
                ? new JournalEntry.Answer(error.status(), error.code(), Optional.empty())
                : answer(decision, lineage),
            planned.told()));
    return new Answered<>(number, decision, planned);
  }

  private static <T> JournalEntry.Answer answer(
      Either<Refusal, T> decision, Function<T, Lineage> lineage) {
    return decision.fold(
        refusal ->
            new JournalEntry.Answer(
                refusal.status(), Optional.of(refusal.code()), Optional.empty()),
        token -> new JournalEntry.Answer(200, Optional.empty(), Optional.of(lineage.apply(token))));
  }
}
