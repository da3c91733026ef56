package dev.partnerauth.http.bearer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.failure.AdministratorFailure.NoCredentials;
import dev.partnerauth.port.Time;
import dev.partnerauth.scope.Scope;
import io.vavr.control.Either;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnotherClientIsToldWhatToCarryTest {

  private static final URI TARGET = URI.create("https://api.rocketlawyer.com/a?b=c");
  private static final byte[] GATEWAYS_REFUSAL = Reply.tokenRefused().body().getBytes(UTF_8);

  private final ScriptedTokens tokens = ScriptedTokens.giving("old", "new", "newest");
  private final SteppingTime time = new SteppingTime();
  private final BearerCalls calls =
      BearerCalls.with(tokens.general(), PlatformHosts.production(), time);
  private final BearerDecisions decisions = calls.decisions();

  @Test
  void aCallToANamedHostCarriesTheToken() {
    assertThat(carried(decisions, TARGET, false))
        .isEqualTo(Either.right(Optional.of("Bearer old")));
  }

  @Test
  void aCallToAnotherHostGoesOutAsItIs() {
    assertThat(carried(decisions, URI.create("https://elsewhere.example/a"), false))
        .isEqualTo(Either.right(Optional.empty()));
  }

  @Test
  void aCallThatIsAuthorizedAlreadyGoesOutAsItIs() {
    assertThat(carried(decisions, TARGET, true)).isEqualTo(Either.right(Optional.empty()));
  }

  @Test
  void aNamedHostOverPlainHttpIsRefused() {
    assertThat(carried(decisions, URI.create("http://api.rocketlawyer.com/a"), false))
        .isEqualTo(Either.left(PlainHttpException.class));
  }

  @Test
  void whatTheScopeDoesNotOpenIsRefusedAndNoTokenIsAskedFor() {
    BearerTokens neverAsked =
        BearerTokens.from(
            "a source that nobody asks",
            new Scope.Interview(new InterviewId("1")),
            () -> CompletableFuture.failedFuture(new AssertionError("a token was asked for")),
            token -> {});

    var outcome =
        carried(
            BearerCalls.with(neverAsked, PlatformHosts.production()).decisions(),
            URI.create("https://api.rocketlawyer.com/rocketdoc/v2/interviews/2"),
            false);

    assertThat(outcome).isEqualTo(Either.left(OutOfScopeException.class));
  }

  @Test
  void withoutATokenTheCallIsNotMade() {
    BearerTokens none = ScriptedTokens.failing(new NoCredentials()).general();

    var outcome =
        carried(BearerCalls.with(none, PlatformHosts.production()).decisions(), TARGET, false);

    assertThat(outcome).isEqualTo(Either.left(NoBearerTokenException.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/rocketdoc/v2/interviews", "//api.rocketlawyer.com/a", "mailto:a@b.example"})
  void aTargetWithoutSchemeOrHostIsAMistakeOfTheClient(String target) {
    assertThatThrownBy(() -> decisions.before("GET", URI.create(target), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the target of a call needs a scheme and a host");
  }

  @Test
  void afterTheGatewaysRefusalAnotherTokenIsCarried() {
    assertThat(carriedAfter(token(), GATEWAYS_REFUSAL, true)).contains("Bearer new");
  }

  @Test
  void exactlyTheRefusedTokenIsRejected() {
    carriedAfter(token(), GATEWAYS_REFUSAL, true);

    assertThat(tokens.rejected()).containsExactly("old");
  }

  @Test
  void anyOther401LeavesTheToken() {
    byte[] answer = Reply.refusedBehindTheGateway().body().getBytes(UTF_8);

    Optional<String> another = carriedAfter(token(), answer, true);

    assertThat(new Outcome(another, tokens.rejected()))
        .isEqualTo(new Outcome(Optional.empty(), List.of()));
  }

  @Test
  void aBodyTooLargeForTheGatewayLeavesTheToken() {
    byte[] answer = (Reply.tokenRefused().body() + " ".repeat(64 * 1024)).getBytes(UTF_8);

    Optional<String> another = carriedAfter(token(), answer, true);

    assertThat(new Outcome(another, tokens.rejected()))
        .isEqualTo(new Outcome(Optional.empty(), List.of()));
  }

  @Test
  void whatCannotBeRepeatedIsNotYetItsTokenIsRejected() {
    Optional<String> another = carriedAfter(token(), GATEWAYS_REFUSAL, false);

    assertThat(new Outcome(another, tokens.rejected()))
        .isEqualTo(new Outcome(Optional.empty(), List.of("old")));
  }

  @Test
  void withinTenSecondsNoOtherTokenIsRejected() {
    carriedAfter(token(), GATEWAYS_REFUSAL, true);

    Optional<String> another = carriedAfter(token(), GATEWAYS_REFUSAL, true);

    assertThat(new Outcome(another, tokens.rejected()))
        .isEqualTo(new Outcome(Optional.empty(), List.of("old")));
  }

  @Test
  void afterTenSecondsAnotherTokenIsRejected() {
    CarriedToken old = token();
    CarriedToken next = token();
    carriedAfter(old, GATEWAYS_REFUSAL, false);
    time.passed = Duration.ofSeconds(10);

    Optional<String> another = carriedAfter(next, GATEWAYS_REFUSAL, true);

    assertThat(new Outcome(another, tokens.rejected()))
        .isEqualTo(new Outcome(Optional.of("Bearer newest"), List.of("old", "new")));
  }

  @Test
  void allDecisionsOfTheSameCallsShareThePace() {
    CarriedToken old = token();
    CarriedToken next = token();
    carriedAfter(old, GATEWAYS_REFUSAL, false);

    calls.decisions().afterUnauthorized(next, GATEWAYS_REFUSAL, true).toCompletableFuture().join();

    assertThat(tokens.rejected()).containsExactly("old");
  }

  @Test
  void theyPrintNoToken() {
    assertThat(List.of(decisions.toString(), token().toString()))
        .noneMatch(printed -> printed.contains("old"));
  }

  private record Outcome(Optional<String> carried, List<String> rejected) {}

  private CarriedToken token() {
    return decisions.before("GET", TARGET, false).toCompletableFuture().join().get().orElseThrow();
  }

  private Optional<String> carriedAfter(CarriedToken refused, byte[] answer, boolean repeatable) {
    return decisions
        .afterUnauthorized(refused, answer, repeatable)
        .toCompletableFuture()
        .join()
        .map(CarriedToken::authorizationHeader);
  }

  private static Either<Class<?>, Optional<String>> carried(
      BearerDecisions decisions, URI target, boolean authorized) {
    return decisions
        .before("GET", target, authorized)
        .toCompletableFuture()
        .join()
        .<Class<?>>mapLeft(Object::getClass)
        .map(token -> token.map(CarriedToken::authorizationHeader));
  }

  private static final class SteppingTime implements Time {

    private Duration passed = Duration.ZERO;

    @Override
    public Instant now() {
      return Instant.EPOCH.plus(passed);
    }

    @Override
    public long nanos() {
      return passed.toNanos();
    }
  }
}
