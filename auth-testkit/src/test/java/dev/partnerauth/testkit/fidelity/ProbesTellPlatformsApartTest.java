package dev.partnerauth.testkit.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.RequestKind;
import dev.partnerauth.testkit.fidelity.Finding.Confirmed;
import dev.partnerauth.testkit.fidelity.Finding.Contradicted;
import dev.partnerauth.testkit.fidelity.Finding.Undecided;
import dev.partnerauth.testkit.settings.Behaviour;
import dev.partnerauth.testkit.settings.SandboxSettings;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.testkit.time.MovableTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProbesTellPlatformsApartTest {

  /** Another than this machine's: only the platform's clock counts. */
  private static final SandboxSettings STRICT =
      SandboxSettings.standard().at(MovableTime.stoppedAt(Instant.parse("2024-02-29T09:00:00Z")));

  @Test
  void aStrictSandboxIsConfirmedInAllThatIsProbed() {
    FidelityReport report = probed(STRICT);

    assertThat(report.all()).isNotEmpty().extracting(Probed::finding).containsOnly(new Confirmed());
  }

  @Test
  void aSandboxWhoseClockRunsIsConfirmedToo() {
    FidelityReport report = probed(SandboxSettings.standard());

    assertThat(report.all()).extracting(Probed::finding).containsOnly(new Confirmed());
  }

  @ParameterizedTest
  @EnumSource(Behaviour.class)
  void aSandboxThatIsToldToDoOtherwiseIsContradictedInThatAndNothingElse(Behaviour otherwise) {
    FidelityReport report = probed(STRICT.with(otherwise));

    assertThat(report.all())
        .filteredOn(probed -> !(probed.finding() instanceof Confirmed))
        .singleElement()
        .matches(probed -> probed.finding() instanceof Contradicted)
        .matches(probed -> probed.row().otherwise().equals(Optional.of(otherwise)));
  }

  @Test
  void noProbeConfirmsWhateverComes() {
    Set<Row> contradicted =
        Stream.of(
                probed(StubPlatform.thatGrantsEverything()),
                probed(StubPlatform.thatGrantsOnce()),
                probed(STRICT.with(Behaviour.SERVICE_TOKENS_ARE_USED_ONCE)))
            .flatMap(report -> report.contradicted().stream())
            .map(Probed::row)
            .collect(Collectors.toSet());

    assertThat(probed(STRICT).all()).extracting(Probed::row).allMatch(contradicted::contains);
  }

  @Test
  void whatAPlatformGivesBackOfSecretsIsNotShown() {
    String shown = probed(StubPlatform.thatGrantsOnce()).toString();

    assertThat(shown)
        .contains("418, ")
        .doesNotContain("backend-secret", "frontend-secret", StubPlatform.TOKEN);
  }

  @Test
  void aLimitOnRequestsDecidesNothing() {
    FidelityReport report;
    try (AuthSandbox sandbox = AuthSandbox.start(STRICT)) {
      sandbox.plan(FaultPlan.always(Fault.rateLimited()).at(RequestKind.SERVICE_TOKEN));
      report = probed(base(sandbox));
    }

    assertThat(List.of(report.contradicted().isEmpty(), report.undecided().isEmpty()))
        .containsExactly(true, false);
  }

  @Test
  void credentialsThatAreRefusedDecideNothing() {
    List<Finding> findings;
    try (AuthSandbox sandbox = AuthSandbox.start(STRICT)) {
      BackendApp wrong = BackendApp.of("backend-key", "wrong-secret").get();
      findings =
          PlatformProbes.report(base(sandbox), wrong, SeededApps.frontend()).all().stream()
              .map(Probed::finding)
              .toList();
    }

    assertThat(findings)
        .containsOnly(
            new Undecided(
                "no general access token: 401, Unauthorized, \"Invalid Client Credentials\""));
  }

  @Test
  void aMistypedSecretOfTheFrontEndAppDecidesNothing() {
    FidelityReport report;
    try (AuthSandbox sandbox = AuthSandbox.start(STRICT)) {
      FrontendApp wrong = FrontendApp.of("frontend-key", "wrong-secret").get();
      report = PlatformProbes.report(base(sandbox), SeededApps.backend(), wrong);
    }

    assertThat(report.all())
        .extracting(Probed::finding)
        .containsOnly(
            new Undecided("the front-end app: 401, Unauthorized, \"Invalid Client Credentials\""));
  }

  @Test
  void nobodyWhoAnswersDecidesNothing() {
    BaseAddress gone;
    try (StubPlatform closed = StubPlatform.thatGrantsOnce()) {
      gone = closed.base();
    }

    assertThat(probed(gone).all())
        .extracting(Probed::finding)
        .containsOnly(new Undecided("no answer, ConnectException"));
  }

  private static FidelityReport probed(SandboxSettings settings) {
    try (AuthSandbox sandbox = AuthSandbox.start(settings)) {
      return probed(base(sandbox));
    }
  }

  private static FidelityReport probed(StubPlatform platform) {
    try (platform) {
      return probed(platform.base());
    }
  }

  private static FidelityReport probed(BaseAddress base) {
    return PlatformProbes.report(base, SeededApps.backend(), SeededApps.frontend());
  }

  private static BaseAddress base(AuthSandbox sandbox) {
    return BaseAddress.of(sandbox.base()).get();
  }
}
