package dev.partnerauth.examples.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.JwtInspector;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.fault.RequestKind;
import dev.partnerauth.token.TokenKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What a partner's back end does, whatever it is built with. It knows {@code alice}, {@code bob},
 * {@code carol}, {@code dave} and {@code erin}.
 */
@TestMethodOrder(OrderAnnotation.class)
public abstract class PartnerBackEndContract extends BrowserGuardsContract {

  private static final Pattern JWT =
      Pattern.compile("[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]*");

  @Test
  public void whoeverStartsAnInterviewIsHandedATokenThatOpensItAndNoOther() {
    Visitor alice = Visitor.signedIn(backEnd(), "alice");
    String mine = started(alice);
    String another = started(Visitor.signedIn(backEnd(), "bob"));

    Answer handedOut = alice.post(tokenOf(mine));
    FrontEnd frontEnd = new FrontEnd(platform().root(), handedOut.text("token"));

    assertThat(
            Stream.of("/interviews/" + mine, "/interviews/" + another, "/interviews")
                .map(path -> frontEnd.get(path).status()))
        .containsExactly(200, 403, 403);
  }

  @Test
  public void aHandOutIsTheTokenAndItsExpiryAndIsNotStored() {
    Visitor alice = Visitor.signedIn(backEnd(), "alice");

    Answer handedOut = alice.post(tokenOf(started(alice)));

    assertThat(List.of(handedOut.status(), handedOut.json().keySet(), cacheControl(handedOut)))
        .containsExactly(200, Set.of("token", "expiresAt"), "no-store");
  }

  @Test
  public void theExpiryLiesAheadInUtc() {
    Visitor alice = Visitor.signedIn(backEnd(), "alice");

    Answer handedOut = alice.post(tokenOf(started(alice)));

    assertThat(Instant.parse(handedOut.text("expiresAt")))
        .isAfter(platform().platform().time().now());
  }

  @Test
  public void aStrangerIsRefused() {
    String interview = started(Visitor.signedIn(backEnd(), "alice"));
    Visitor stranger = Visitor.at(backEnd());

    assertThat(
            List.of(
                stranger.post("/interviews").status(),
                stranger.post(tokenOf(interview)).status(),
                stranger.get(documentOf(interview)).status()))
        .containsOnly(401);
  }

  @Test
  public void anothersInterviewDoesNotExist() {
    String interview = started(Visitor.signedIn(backEnd(), "alice"));
    Visitor bob = Visitor.signedIn(backEnd(), "bob");

    assertThat(
            List.of(
                bob.post(tokenOf(interview)).status(),
                bob.get(documentOf(interview)).status(),
                bob.post(tokenOf("no-such-interview")).status()))
        .containsOnly(404);
  }

  @Test
  public void aForgedRequestIsRefusedAndAsksThePlatformForNothing() {
    Visitor alice = Visitor.signedIn(backEnd(), "alice");
    String interview = started(alice);
    int before = platform().journal().entries().size();

    List<Integer> answers =
        List.of(
            alice.forge("/interviews").status(),
            alice.forge(tokenOf(interview)).status(),
            alice.forge(tokenOf(interview), "guessed").status());

    int asked = platform().journal().entries().size() - before;
    assertThat(List.of(answers, asked)).containsExactly(List.of(403, 403, 403), 0);
  }

  @Test
  public void aTokenIsNotToBeHadByFollowingALink() {
    Visitor alice = Visitor.signedIn(backEnd(), "alice");

    assertThat(alice.get(tokenOf(started(alice))).status()).isEqualTo(405);
  }

  @Test
  public void whoeverAsksTooOftenIsToldToWait() {
    Visitor carol = Visitor.signedIn(backEnd(), "carol");
    String interview = started(carol);

    List<Answer> answers = Stream.generate(() -> carol.post(tokenOf(interview))).limit(31).toList();

    Answer last = answers.get(30);
    assertThat(
            List.of(
                answers.get(29).status(), last.status(), last.header("Retry-After").isPresent()))
        .containsExactly(200, 429, true);
  }

  @Test
  public void theFinishedDocumentIsServedToItsOwner() {
    Visitor alice = Visitor.signedIn(backEnd(), "alice");
    String interview = started(alice);
    int early = alice.get(documentOf(interview)).status();
    String token = alice.post(tokenOf(interview)).text("token");

    new FrontEnd(platform().root(), token).finish(interview);
    Answer document = alice.get(documentOf(interview));

    assertThat(List.of(early, document.status(), document.body().contains("Ada")))
        .containsExactly(409, 200, true);
  }

  @Test
  public void aRefusalOfThePlatformIsNotToldInItsWords() {
    Visitor dave = Visitor.signedIn(backEnd(), "dave");
    String interview = started(dave);

    Answer answer =
        whilePlanned(
            tokenFault(Fault.refused(Refusal.BAD_SERVICE_TOKEN_REQUEST)),
            () -> dave.post(tokenOf(interview)));

    assertThat(List.of(answer.status(), answer.body().contains("purpose")))
        .containsExactly(502, false);
  }

  /** The last, since the back end keeps away from the platform for a moment. */
  @Test
  @Order(Integer.MAX_VALUE)
  public void anOutageOfThePlatformIsToldAsOne() {
    Visitor dave = Visitor.signedIn(backEnd(), "dave");
    String interview = started(dave);

    Answer answer =
        whilePlanned(tokenFault(Fault.unavailable()), () -> dave.post(tokenOf(interview)));

    assertThat(List.of(answer.status(), answer.header("Retry-After").isPresent()))
        .containsExactly(503, true);
  }

  @Test
  public void noAnswerHoldsASecretOrAnotherTokenThanAScopedOne() {
    Visitor alice = Visitor.signedIn(backEnd(), "alice");
    String interview = started(alice);
    String token = alice.post(tokenOf(interview)).text("token");
    new FrontEnd(platform().root(), token).finish(interview);
    alice.get(documentOf(interview));

    assertThat(leaks(alice.answers())).isEmpty();
  }

  private static FaultPlan tokenFault(Fault fault) {
    return FaultPlan.always(fault).at(RequestKind.SERVICE_TOKEN);
  }

  private static List<String> leaks(List<Answer> answers) {
    return answers.stream()
        .flatMap(answer -> leaks(answer.headers().map() + answer.body()))
        .toList();
  }

  private static Stream<String> leaks(String text) {
    Stream<String> secrets = Stream.of("backend-secret", "frontend-secret").filter(text::contains);
    Stream<String> tokens =
        JWT.matcher(text)
            .results()
            .map(MatchResult::group)
            .map(jwt -> new JwtInspector().inspect(jwt).kind())
            .filter(kind -> kind == TokenKind.ACCESS || kind == TokenKind.SERVICE)
            .map(TokenKind::name);
    return Stream.concat(secrets, tokens);
  }

  private static String cacheControl(Answer answer) {
    return answer.header("Cache-Control").orElse("none");
  }
}
