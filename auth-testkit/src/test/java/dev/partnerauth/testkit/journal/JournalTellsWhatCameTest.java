package dev.partnerauth.testkit.journal;

import static dev.partnerauth.testkit.journal.Count.atLeast;
import static dev.partnerauth.testkit.journal.Count.atMost;
import static dev.partnerauth.testkit.journal.Count.never;
import static dev.partnerauth.testkit.journal.Count.once;
import static dev.partnerauth.testkit.journal.Count.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.testkit.FakeAuthenticationApi;
import dev.partnerauth.testkit.Platform;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.RequestKind;
import dev.partnerauth.testkit.settings.SandboxSettings;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.testkit.time.MovableTime;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class JournalTellsWhatCameTest {

  private static final ServiceTokenRequest REQUEST =
      ServiceTokenRequest.forInterview(
          new InterviewId("42313c4d"), Lifetime.of(Duration.ofHours(20)));

  private final MovableTime time = MovableTime.stoppedAt(Instant.parse("2026-01-31T09:00:00Z"));
  private final Platform platform = Platform.of(SandboxSettings.standard().at(time));
  private final Journal journal = platform.journal();
  private final PartnerAuth auth = auth(SeededApps.backend());

  private PartnerAuth auth(BackendApp app) {
    return PartnerAuth.of(
        FakeAuthenticationApi.to(platform), app, TokenCache.none(), AuthRuntime.system().at(time));
  }

  @Test
  void aTokenTellsWhichTokensItComesFrom() {
    auth.accessToken().get();
    ServiceToken service = auth.serviceToken(REQUEST).get();
    ScopedAccessToken scoped =
        auth.exchangingAs(SeededApps.frontend()).scopedAccessToken(service).get();

    assertThat(platform.lineageOf(scoped).map(Lineage::toString)).contains("2.3.4");
  }

  @Test
  void aTokensHistoryIsTheRequestsThatMadeIt() {
    auth.accessToken().get();
    ServiceToken service = auth.serviceToken(REQUEST).get();
    ScopedAccessToken scoped =
        auth.exchangingAs(SeededApps.frontend()).scopedAccessToken(service).get();

    assertThat(
            platform.lineageOf(scoped).map(journal::historyOf).orElse(List.of()).stream()
                .map(JournalEntry::describe))
        .containsExactly(
            "#2 2026-01-31T09:00:00Z POST /accesstoken, app backend-key: 200 with token 2",
            "#3 2026-01-31T09:00:00Z POST /servicetoken, app backend-key, with token 2:"
                + " 200 with token 2.3",
            "#4 2026-01-31T09:00:00Z POST /accesstoken, app frontend-key, with token 2.3:"
                + " 200 with token 2.3.4");
  }

  @Test
  void aWrongCountIsToldBesideWhatCameInstead() {
    auth.accessToken().get();
    auth(BackendApp.of("backend-key", "wrong").get()).accessToken();
    auth.serviceToken(REQUEST).get();

    assertThat(complaint(() -> journal.accessTokensIssued(once())))
        .isEqualTo(
            """

            expected                   | came
            access tokens issued: once | 2 times
                                       | #1 2026-01-31T09:00:00Z POST /accesstoken, app backend-key: 200 with token 1
                                       | #2 2026-01-31T09:00:00Z POST /accesstoken, app backend-key: 401 Unauthorized
                                       | #3 2026-01-31T09:00:00Z POST /accesstoken, app backend-key: 200 with token 2""");
  }

  @Test
  void aRightCountIsNoComplaint() {
    auth.serviceToken(REQUEST).get();

    assertThat(
            List.of(
                complaint(() -> journal.accessTokensIssued(once())),
                complaint(() -> journal.serviceTokensIssued(atLeast(1))),
                complaint(() -> journal.scopedAccessTokensIssued(never())),
                complaint(() -> journal.requestsReceived(atMost(2)))))
        .containsOnly("none");
  }

  @Test
  void anExpiredTokenThatIsPresentedIsToldOf() {
    AccessToken token = auth.accessToken().get();
    time.advance(Duration.ofHours(11));
    FakeAuthenticationApi.to(platform)
        .serviceToken(token, REQUEST.at(time.now()).get(), Budget.of(Duration.ofSeconds(1)));

    assertThat(complaint(journal::noExpiredTokenWasPresented))
        .contains("expired tokens presented: never | once")
        .contains("with token 1: 401 keymanagement.service.access_token_expired");
  }

  @Test
  void livingTokensArePresentedWithoutComplaint() {
    auth.serviceToken(REQUEST).get();

    assertThat(complaint(journal::noExpiredTokenWasPresented)).isEqualTo("none");
  }

  @Test
  void anExchangeByAnotherAppIsToldOf() {
    ServiceToken service = auth.serviceToken(REQUEST).get();
    auth.exchangingAs(SeededApps.frontend()).scopedAccessToken(service).get();

    assertThat(
            List.of(
                complaint(() -> journal.exchangesWereMadeBy(SeededApps.frontend())),
                complaint(
                        () ->
                            journal.exchangesWereMadeBy(
                                FrontendApp.of("another-key", "secret").get()))
                    .lines()
                    .skip(2)
                    .findFirst()
                    .orElse("")))
        .containsExactly("none", "exchanges by another app than another-key: never | once");
  }

  @Test
  void aSentenceCanWaitForWhatIsStillToCome() {
    CompletableFuture<String> complaint =
        CompletableFuture.supplyAsync(
            () -> complaint(() -> journal.accessTokensIssued(times(2), Duration.ofSeconds(30))));
    auth.accessToken().get();
    auth.accessToken().get();

    assertThat(complaint.orTimeout(60, TimeUnit.SECONDS).join()).isEqualTo("none");
  }

  @Test
  void waitingInVainEndsInAComplaint() {
    assertThat(complaint(() -> journal.accessTokensIssued(once(), Duration.ofMillis(10))))
        .contains("access tokens issued: once | never");
  }

  @Test
  void aPlannedFaultStandsBesideItsRequest() {
    platform.plan(FaultPlan.inSequence(Fault.connectionReset()));
    auth.accessToken();

    assertThat(journal.entries())
        .singleElement()
        .extracting(JournalEntry::planned)
        .isEqualTo(Optional.of("a connection that is reset"));
  }

  @Test
  void noSentenceGuessesAboutWhatWasForgotten() {
    Journal small = new Journal(1);
    small.add(entry(small.nextNumber()));
    small.add(entry(small.nextNumber()));

    assertThat(List.of(small.entries().size(), complaint(() -> small.requestsReceived(times(2)))))
        .containsExactly(
            1,
            "The journal has forgotten the requests up to #1, so nothing can be said of how often."
                + " Clear it before, or make it larger than 1.");
  }

  @Test
  void aClearedJournalBeginsAnew() {
    auth.accessToken().get();
    journal.clear();
    auth.accessToken().get();

    assertThat(complaint(() -> journal.requestsReceived(once()))).isEqualTo("none");
  }

  private JournalEntry entry(long number) {
    return new JournalEntry(
        number,
        time.now(),
        RequestKind.ACCESS_TOKEN,
        "POST /accesstoken",
        Optional.empty(),
        Optional.empty(),
        new JournalEntry.Answer(401, Optional.of("Unauthorized"), Optional.empty()),
        Optional.empty());
  }

  private static String complaint(ThrowingCallable sentence) {
    AssertionFailedError complaint = catchThrowableOfType(AssertionFailedError.class, sentence);
    return complaint == null ? "none" : String.valueOf(complaint.getMessage());
  }
}
