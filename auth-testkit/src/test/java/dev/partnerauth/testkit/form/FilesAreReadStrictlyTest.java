package dev.partnerauth.testkit.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.partnerauth.app.ApplicationScope;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.app.ClientSecret;
import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.purpose.Purpose;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.Latency;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.fault.RequestKind;
import dev.partnerauth.testkit.fault.Slow;
import dev.partnerauth.testkit.settings.SandboxApp;
import dev.partnerauth.testkit.settings.SandboxSettings;
import dev.partnerauth.violation.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilesAreReadStrictlyTest {

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private static List<String> mistakes(String text) {
    return SandboxFile.read(json(text)).getLeft().violations().stream()
        .map(Violation::describe)
        .toList();
  }

  @Test
  void aFileSaysWhatTheSandboxKnowsAndWhatGoesWrong() {
    SandboxFile file =
        SandboxFile.read(
                json(
                    """
                    {"apps": [
                       {"key":"mine","secret":"hush","scope":"backend"},
                       {"key":"shown","secrets":["old","new"],"scope":"frontend",
                        "approved":false,"apiProducts":["one"]}],
                     "purposes": [{"name":"com.acme/x","requires":["a"],"allows":["b"]}],
                     "faults": [{"faults":[{"fault":"unavailable"}],"at":"service-token"}]}
                    """))
            .get();

    assertThat(file)
        .isEqualTo(
            new SandboxFile(
                List.of(
                    SandboxApp.of(BackendApp.of("mine", "hush").get()),
                    SandboxApp.of(
                            new ClientId("shown"),
                            List.of(ClientSecret.of("old").get(), ClientSecret.of("new").get()),
                            ApplicationScope.FRONTEND)
                        .notYetApproved()
                        .apiProducts(List.of("one"))),
                List.of(
                    Purpose.named("com.acme/x")
                        .requiring(new ClaimName("a"))
                        .allowing(new ClaimName("b"))),
                List.of(FaultPlan.inSequence(Fault.unavailable()).at(RequestKind.SERVICE_TOKEN))));
  }

  @Test
  void aFilesAppsStandInPlaceOfTheSeededOnesAndItsPurposesBesideTheStandardOnes() {
    SandboxSettings standard = SandboxSettings.standard();

    SandboxSettings settings =
        SandboxFile.read(
                json(
                    """
                    {"apps":[{"key":"mine","secret":"hush","scope":"backend"}],
                     "purposes":[{"name":"com.acme/x"}]}
                    """))
            .get()
            .in(standard);

    assertThat(settings)
        .isEqualTo(
            standard
                .withOnly(List.of(SandboxApp.of(BackendApp.of("mine", "hush").get())))
                .with(standard.purposes().with(Purpose.named("com.acme/x"))));
  }

  @Test
  void everyMistakeIsToldAtOnceWithItsPlace() {
    assertThat(
            mistakes(
                """
                {"apps":[{"key":"mine","scope":"backend"}, {"secret":" x","scope":"both"}, "third"],
                 "purposes":[{"name":"p","requires":["9x"]}],
                 "faults":[{"faults":[{"fault":"html-page"},{"fault":"slo"},{"fault":"refused"}],"probability":2}],
                 "ports":1}
                """))
        .containsExactly(
            "apps[0].secret is missing. Use a text, or a list of them as secrets.",
            "apps[1].key is missing. Use a text.",
            "apps[1].secret begins or ends with white space. Use the bare value.",
            "apps[1].scope is \"both\". Use one of: backend, frontend.",
            "apps[2] is no object. Use an object with named members.",
            "purposes[0].requires holds a claim that is not a claim name. Use names of claims.",
            "faults[0].faults[0].status is missing. Use a whole number from 400 to 599.",
            "faults[0].faults[1].fault is \"slo\". Use one of: "
                + String.join(", ", FaultForms.all().keySet())
                + ".",
            "faults[0].faults[2].refusal is missing. Use one of: invalid-grant-type, invalid-code,"
                + " invalid-credentials, app-not-approved, access-token-expired,"
                + " invalid-access-token, bad-service-token-request, no-system-role.",
            "faults[0].probability does not fit. Use a number from 0 to 1.",
            "ports is not known here. Use one of: apps, purposes, faults.");
  }

  @Test
  void aPlanWithoutAFaultIsAMistake() {
    assertThat(mistakes("{\"faults\":[{\"faults\":[]}]}"))
        .containsExactly(
            "faults[0].faults names none. Use a list of faults, one for each request.");
  }

  @Test
  void aPlanIsNotWidenedToAllAppsByAKeyThatNoAppCanHave() {
    assertThat(
            FaultPlanForm.read(
                    json(
                        "{\"faults\":[{\"fault\":\"stall\"}],\"app\":\"" + "k".repeat(300) + "\"}"))
                .getLeft()
                .describe())
        .isEqualTo("app is too long. Use at most 256 characters.");
  }

  @Test
  void aKeyStandsForOneApp() {
    assertThat(
            mistakes(
                """
                {"apps":[{"key":"k","secret":"a","scope":"backend"},
                         {"key":"k","secret":"b","scope":"frontend"}]}
                """))
        .containsExactly("apps has two apps with the key k. Use one app for each key.");
  }

  @Test
  void faultsHaveTheirParametersAndLatencies() {
    FaultPlan plan =
        FaultPlanForm.read(
                json(
                    """
                    {"faults":[
                       {"fault":"refused","refusal":"invalid-code"},
                       {"fault":"quota-exceeded","retryAfterSeconds":30},
                       {"fault":"skewed-clock","seconds":-5},
                       {"fault":"none","after":{"medianMillis":20,"p99Millis":900}},
                       {"fault":"without-field","field":"token","after":{"millis":5},"trickling":true}],
                     "app":"backend-key"}
                    """))
            .get();

    assertThat(plan)
        .isEqualTo(
            FaultPlan.inSequence(
                    Fault.refused(Refusal.INVALID_CODE),
                    Fault.quotaExceeded(Duration.ofSeconds(30)),
                    Fault.skewedClock(Duration.ofSeconds(-5)),
                    Fault.slow(Latency.logNormal(Duration.ofMillis(20), Duration.ofMillis(900))),
                    new Slow(
                        Latency.fixed(Duration.ofMillis(5)), true, Fault.withoutField("token")))
                .forApp(new ClientId("backend-key")));
  }

  @Test
  void aProbabilityIsForASingleFault() {
    assertThat(
            FaultPlanForm.read(
                    json(
                        "{\"faults\":[{\"fault\":\"stall\"},{\"fault\":\"none\"}],\"probability\":0.5}"))
                .getLeft()
                .describe())
        .isEqualTo("faults holds several. Use a single one with a probability.");
  }

  @Test
  void everyKindOfFaultCanBeNamedWithItsParameters() {
    List<String> unread =
        FaultForms.all().entrySet().stream()
            .filter(
                kind -> {
                  JsonObject fault = new JsonObject();
                  fault.addProperty("fault", kind.getKey());
                  kind.getValue().parameters().keySet().forEach(name -> sample(fault, name));
                  JsonObject plan = new JsonObject();
                  plan.add("faults", new JsonArray());
                  plan.getAsJsonArray("faults").add(fault);
                  return FaultPlanForm.read(plan).isLeft();
                })
            .map(Map.Entry::getKey)
            .toList();

    assertThat(unread).isEmpty();
  }

  private static void sample(JsonObject fault, String parameter) {
    switch (parameter) {
      case "refusal" -> fault.addProperty(parameter, "invalid-credentials");
      case "field" -> fault.addProperty(parameter, "token");
      default -> fault.addProperty(parameter, 503);
    }
  }
}
