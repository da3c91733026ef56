package dev.partnerauth.testkit.resource;

import dev.partnerauth.app.ApplicationScope;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.scope.Access;
import dev.partnerauth.scope.MissingFact;
import dev.partnerauth.scope.Operation;
import dev.partnerauth.scope.Resource;
import dev.partnerauth.scope.Route;
import dev.partnerauth.scope.Scope;
import dev.partnerauth.scope.ScopeRules;
import dev.partnerauth.scope.Verdict;
import dev.partnerauth.testkit.engine.OpenedToken;
import dev.partnerauth.testkit.engine.PlatformEngine;
import dev.partnerauth.testkit.engine.PresentedToken;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.Faults;
import dev.partnerauth.testkit.fault.GatewayError;
import dev.partnerauth.testkit.fault.Planned;
import dev.partnerauth.testkit.fault.Refused;
import dev.partnerauth.testkit.fault.RequestKind;
import dev.partnerauth.testkit.journal.Journal;
import dev.partnerauth.testkit.journal.JournalEntry;
import dev.partnerauth.testkit.journal.Lineage;
import dev.partnerauth.testkit.settings.SandboxApp;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;

/**
 * The platform around the tokens: each request passes {@link ScopeRules}, and sees what belongs to
 * its token's app only. Thread-safe.
 */
public final class Resources {

  private final PlatformEngine engine;
  private final Faults faults;
  private final Journal journal;
  private volatile List<Service> services;

  public Resources(PlatformEngine engine, Faults faults, Journal journal) {
    this.engine = engine;
    this.faults = faults;
    this.journal = journal;
    this.services = services(engine);
  }

  private static List<Service> services(PlatformEngine engine) {
    Events events = new Events();
    Binders binders = new Binders(events, engine::now);
    return List.of(new RocketDocument(engine, binders, events), binders, events);
  }

  /** Nobody has an interview, a binder or an event any longer. */
  public void reset() {
    services = services(engine);
  }

  /**
   * @param number of the request's entry in the journal
   */
  public record Answered(long number, ResourceAnswer answer, Planned planned) {}

  /** Nothing when no operation that is served here has such a route. */
  public Optional<Answered> answer(ResourceRequest request) {
    return Route.of(request.method(), request.path())
        .flatMap(
            route ->
                services.stream()
                    .filter(service -> service.serves(route.operation()))
                    .findFirst()
                    .map(service -> answer(service, route, request)));
  }

  private Answered answer(Service service, Route route, ResourceRequest request) {
    long number = journal.nextNumber();
    Optional<OpenedToken> bearer = request.bearer().flatMap(engine::open);
    Optional<ClientId> app = bearer.flatMap(engine::appOf).map(SandboxApp::clientId);
    Planned planned = faults.next(RequestKind.OPERATION, app);
    ResourceAnswer answer =
        insteadOfTheService(planned.fault())
            .orElseGet(() -> answer(service, route, request, bearer));
    journal.add(
        new JournalEntry(
            number,
            engine.now(),
            RequestKind.OPERATION,
            request.method() + " " + request.path(),
            app,
            bearer.map(OpenedToken::lineage),
            new JournalEntry.Answer(answer.status(), answer.errorCode(), issued(answer)),
            planned.told()));
    return new Answered(number, answer, planned);
  }

  private static Optional<ResourceAnswer> insteadOfTheService(Fault fault) {
    if (fault instanceof GatewayError error) {
      return Optional.of(new ResourceAnswer.FromGateway(error));
    }
    return fault instanceof Refused refused
        ? Optional.of(new ResourceAnswer.TokenRefused(refused.refusal()))
        : Optional.empty();
  }

  private ResourceAnswer answer(
      Service service, Route route, ResourceRequest request, Optional<OpenedToken> bearer) {
    if (route.operation().access() == Access.NO_TOKEN) {
      return service.open(route);
    }
    Either<ResourceAnswer, PresentedToken> token =
        engine
            .bearerOf(bearer)
            .<ResourceAnswer>mapLeft(ResourceAnswer.TokenRefused::new)
            .flatMap(Resources::ofABackEnd);
    return token.fold(
        refused -> refused,
        presented ->
            service
                .touched(route, request, presented)
                .flatMap(resource -> allowed(presented.scope(), route.operation(), resource))
                .fold(refused -> refused, resource -> service.answer(route, request, presented)));
  }

  /** A front-end app's own token opens nothing of any customer's (contract section 1, assumed). */
  private static Either<ResourceAnswer, PresentedToken> ofABackEnd(PresentedToken token) {
    boolean opensNothing =
        token.scope() instanceof Scope.Application
            && token.app().map(SandboxApp::scope).orElse(ApplicationScope.FRONTEND)
                == ApplicationScope.FRONTEND;
    return opensNothing
        ? Either.left(
            ResourceAnswer.forbidden(
                "The token was obtained by a front-end app, and opens nothing. Exchange a service"
                    + " token for a scoped one."))
        : Either.right(token);
  }

  private static Either<ResourceAnswer, Resource> allowed(
      Scope scope, Operation operation, Resource resource) {
    Verdict verdict = ScopeRules.standard().check(scope, operation, resource);
    if (verdict instanceof Verdict.Refused refused) {
      return Either.left(ResourceAnswer.forbidden(refused.violation().describe()));
    }
    return verdict instanceof Verdict.DependsOn depends
        ? Either.left(ResourceAnswer.forbidden(told(operation, depends.fact())))
        : Either.right(resource);
  }

  private static String told(Operation operation, MissingFact fact) {
    return operation + " is refused: it cannot be told " + fact.description() + ".";
  }

  private static Optional<Lineage> issued(ResourceAnswer answer) {
    return answer instanceof ResourceAnswer.WithServiceToken with
        ? Optional.of(with.lineage())
        : Optional.empty();
  }
}
