package dev.partnerauth.examples.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.RequestKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a browser's user may rely on, whatever the back end is built with. */
public abstract class BrowserGuardsContract {

  private static final Pattern SHUT_TO_SCRIPTS_AND_OTHER_SITES =
      Pattern.compile("(?i)(?=.*;\\s*HttpOnly)(?=.*;\\s*SameSite=(Lax|Strict)).*");

  /** Where it listens. */
  protected abstract URI backEnd();

  /** What it talks to. */
  protected abstract AuthSandbox platform();

  /** Micronaut refuses forged requests of strangers with 401. */
  @Test
  public void aForgedSignInIsRefused() {
    assertThat(Visitor.at(backEnd()).forgeSignIn("alice").status()).isIn(401, 403);
  }

  @Test
  public void theSessionIsKeptFromScriptsAndFromOtherSites() {
    Answer signedIn = Visitor.at(backEnd()).signIn("alice");

    assertThat(signedIn.headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> !cookie.startsWith("XSRF-TOKEN="))
        .isNotEmpty()
        .allMatch(SHUT_TO_SCRIPTS_AND_OTHER_SITES.asMatchPredicate());
  }

  @Test
  public void eachSignInBeginsAnotherSession() {
    Visitor alice = Visitor.at(backEnd());
    List<String> sessions = new ArrayList<>(List.of(alice.session()));

    alice.signIn("alice");
    sessions.add(alice.session());
    alice.signIn("alice");
    sessions.add(alice.session());

    assertThat(sessions).doesNotHaveDuplicates();
  }

  @Test
  public void theDocumentCanRunNothingAndIsNotStored() {
    Visitor alice = Visitor.signedIn(backEnd(), "alice");
    String interview = started(alice);
    String token = alice.post(tokenOf(interview)).text("token");
    new FrontEnd(platform().root(), token).finish(interview);

    Answer document = alice.get(documentOf(interview));

    assertThat(
            Stream.of("Content-Security-Policy", "Cache-Control", "X-Content-Type-Options")
                .map(name -> document.header(name).orElse("none")))
        .satisfiesExactly(
            policy -> assertThat(policy).startsWith("sandbox").contains("default-src 'none'"),
            caching -> assertThat(caching).contains("no-store"),
            sniffing -> assertThat(sniffing).isEqualTo("nosniff"));
  }

  @Test
  public void whoeverStartsTooManyInterviewsIsToldToWait() {
    Visitor erin = Visitor.signedIn(backEnd(), "erin");

    List<Answer> answers = Stream.generate(() -> erin.post("/interviews")).limit(31).toList();

    Answer last = answers.get(30);
    assertThat(
            List.of(
                answers.get(29).status(), last.status(), last.header("Retry-After").isPresent()))
        .containsExactly(201, 429, true);
  }

  /** Among the last, since a back end may keep away from the platform for a moment. */
  @Test
  @Order(Integer.MAX_VALUE - 1)
  public void anOutageOfAnOperationIsToldAsOne() {
    Visitor dave = Visitor.signedIn(backEnd(), "dave");

    Answer answer =
        whilePlanned(
            FaultPlan.always(Fault.unavailable()).at(RequestKind.OPERATION),
            () -> dave.post("/interviews"));

    assertThat(List.of(answer.status(), answer.header("Retry-After").isPresent()))
        .containsExactly(503, true);
  }

  final Answer whilePlanned(FaultPlan plan, Supplier<Answer> call) {
    platform().plan(plan);
    try {
      return call.get();
    } finally {
      platform().platform().faults().disarm();
    }
  }

  static String started(Visitor visitor) {
    Answer answer = visitor.post("/interviews");
    assertThat(answer.status()).isEqualTo(201);
    return answer.text("interviewId");
  }

  static String tokenOf(String interview) {
    return "/interviews/" + interview + "/token";
  }

  static String documentOf(String interview) {
    return "/interviews/" + interview + "/document";
  }
}
