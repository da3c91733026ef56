package dev.partnerauth.testkit.cli;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.http.JwtInspector;
import dev.partnerauth.purpose.PurposeRegistry;
import dev.partnerauth.purpose.StandardPurposes;
import dev.partnerauth.scope.Operation;
import dev.partnerauth.scope.Resource;
import dev.partnerauth.scope.Scope;
import dev.partnerauth.scope.ScopeRules;
import dev.partnerauth.scope.Verdict;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenInspection.Jwt;
import dev.partnerauth.violation.InvalidRequest;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One interview, from the back end's credentials to the front end's token, and what is refused on
 * the way.
 */
final class Journey {

  private static final Lifetime TWO_HOURS = Lifetime.of(Duration.ofHours(2));
  private static final Set<String> TOLD_MEMBERS =
      Set.of("aud", "rl_api_client_id", "srv.purpose", "srv.interviewId");

  private final PartnerAuth auth;
  private final BackendApp backendApp;
  private final FrontendApp frontendApp;
  private final InterviewId interview;
  private final Optional<InterviewStory> story;
  private final Narrator narrator;

  /**
   * @param story what comes after the tokens, where the platform around them is at hand
   */
  Journey(
      PartnerAuth auth,
      BackendApp backendApp,
      FrontendApp frontendApp,
      InterviewId interview,
      Optional<InterviewStory> story,
      PrintWriter out) {
    this.auth = auth;
    this.backendApp = backendApp;
    this.frontendApp = frontendApp;
    this.interview = interview;
    this.story = story;
    this.narrator = new Narrator(out);
  }

  /** Whether every step went as it should. */
  boolean tell() {
    boolean asTold =
        granted("The back end obtains the general access token.", auth::accessToken)
            .flatMap(this::delegate)
            .flatMap(
                tokens ->
                    story
                        .<Either<String, ?>>map(more -> more.tell(narrator))
                        .orElse(Either.right(tokens)))
            .isRight();
    narrator.end(asTold);
    return asTold;
  }

  private Either<String, ?> delegate(AccessToken general) {
    ServiceTokenRequest request = ServiceTokenRequest.forInterview(interview, TWO_HOURS);
    return granted(
            "It asks for a service token that delegates interview "
                + interview.value()
                + " for two hours.",
            () -> auth.serviceToken(request))
        .flatMap(
            serviceToken ->
                granted(
                        "The front-end app exchanges it for a scoped access token, fit for a browser.",
                        () -> auth.exchangingAs(frontendApp).scopedAccessToken(serviceToken))
                    .flatMap(scoped -> compareAndRefuse(general, serviceToken, scoped)));
  }

  private Either<String, ?> compareAndRefuse(
      AccessToken general, ServiceToken serviceToken, ScopedAccessToken scoped) {
    whatEachMayDo(Scope.of(general), Scope.of(scoped));
    return backendAppInTheExchange(serviceToken)
        .flatMap(refused -> missingClaim())
        .flatMap(refused -> anotherInterview(Scope.of(scoped)));
  }

  private void whatEachMayDo(Scope general, Scope scoped) {
    narrator.step("What each token may do, asked of ScopeRules.");
    for (Operation operation :
        List.of(
            Operation.LIST_TEMPLATES,
            Operation.CREATE_INTERVIEW,
            Operation.ANSWER_INTERVIEW_PAGE,
            Operation.LIST_BINDERS)) {
      Resource resource =
          operation == Operation.ANSWER_INTERVIEW_PAGE
              ? Resource.interview(interview)
              : Resource.none();
      narrator.tell(
          String.format(
              "%-22s general token: %-4s scoped token: %s",
              operation,
              verdict(general, operation, resource),
              verdict(scoped, operation, resource)));
    }
  }

  private static String verdict(Scope scope, Operation operation, Resource resource) {
    Verdict verdict = ScopeRules.standard().check(scope, operation, resource);
    if (verdict instanceof Verdict.Refused refused) {
      return "no, " + refused.violation().reason().description();
    }
    return verdict instanceof Verdict.DependsOn depends
        ? "depends on " + depends.fact().description()
        : "yes";
  }

  private Either<String, ?> backendAppInTheExchange(ServiceToken serviceToken) {
    narrator.step(
        "Refused by the server: the back-end app's credentials in the exchange (assumed, no document says so).");
    Either<AuthFailure, ScopedAccessToken> outcome =
        auth.exchangingAs(FrontendApp.sharedWithBackend(backendApp))
            .scopedAccessToken(serviceToken);
    return refused(
        outcome.mapLeft(
            failure -> failure instanceof InvalidCredentials ? failure.describe() : ""));
  }

  private Either<String, ?> missingClaim() {
    narrator.step(
        "Refused here, before anything is sent: a service token for an interview that is not named.");
    Either<InvalidRequest, ServiceTokenRequest> outcome =
        ServiceTokenRequest.draft(
                PurposeRegistry.standard(), StandardPurposes.INTERVIEW.name(), TWO_HOURS)
            .build(narrator.now());
    return refused(
        outcome.mapLeft(
            invalid ->
                invalid.violations().get(0) instanceof Violation.MissingClaim
                    ? invalid.describe()
                    : ""));
  }

  private Either<String, ?> anotherInterview(Scope scoped) {
    narrator.step(
        "Refused here, before anything is sent: the scoped token held against another interview.");
    Resource another = Resource.interview(new InterviewId("another-" + interview.value()));
    Verdict verdict = ScopeRules.standard().check(scoped, Operation.GET_INTERVIEW, another);
    return refused(
        verdict instanceof Verdict.Refused refused
            ? Either.left(refused.violation().describe())
            : Either.right(verdict));
  }

  private <T extends Token> Either<String, T> granted(
      String title, Supplier<Either<AuthFailure, T>> step) {
    narrator.step(title);
    Either<AuthFailure, T> outcome = step.get();
    outcome.peek(this::show).peekLeft(failure -> narrator.wrong(failure.describe()));
    return outcome.mapLeft(AuthFailure::describe);
  }

  private void show(Token token) {
    narrator.timed(token.toString());
    narrator.tell("opens " + Scope.of(token).describe());
    if (new JwtInspector().inspect(token.reveal()) instanceof Jwt jwt) {
      jwt.payload()
          .forEach(
              (name, value) -> {
                if (TOLD_MEMBERS.contains(name)) {
                  narrator.tell("says " + name + " = " + value);
                }
              });
    }
  }

  /**
   * Turns the outcome of something that must be refused: what was to go wrong did, if it went wrong
   * in the way told.
   */
  private Either<String, ?> refused(Either<String, ?> outcome) {
    if (outcome.isLeft() && !outcome.getLeft().isEmpty()) {
      narrator.timed(outcome.getLeft());
      return Either.right(outcome.getLeft());
    }
    narrator.wrong(
        outcome.isRight()
            ? "This was accepted, and should have been refused (is the sandbox lenient?)."
            : "This was refused, and not for the reason told.");
    return Either.left("not refused");
  }
}
