package dev.partnerauth.testkit.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.Faults;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.fault.RequestKind;
import dev.partnerauth.testkit.journal.Journal;
import dev.partnerauth.testkit.journal.JournalEntry;
import dev.partnerauth.testkit.junit.AuthSandboxTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@AuthSandboxTest
class OperationsGoWrongAsPlannedTest {

  private static final String INTERVIEWS = "/rocketdoc/v2/interviews";

  private final PlatformClient backend;
  private final Faults faults;

  OperationsGoWrongAsPlannedTest(AuthSandbox sandbox, PartnerAuth auth, Faults faults) {
    this.backend = PlatformClient.of(sandbox).with(auth.accessToken().get().reveal());
    this.faults = faults;
  }

  private void plan(Fault fault) {
    faults.arm(FaultPlan.times(1, fault).at(RequestKind.OPERATION));
  }

  @Test
  void aLivingTokenIsRefusedAsExpired() {
    plan(Fault.refused(Refusal.ACCESS_TOKEN_EXPIRED));

    PlatformClient.Reply reply = backend.get(INTERVIEWS);

    assertThat(reply)
        .matches(
            it ->
                it.status() == 401
                    && it.body().contains("keymanagement.service.access_token_expired"));
  }

  @Test
  void whatTheGatewayAnswersNeverReachesTheService() {
    plan(Fault.unavailable());
    JsonObject interview = new JsonObject();
    interview.addProperty("templateId", LeaseTemplate.ID);
    interview.addProperty("partnerEndUserId", "user-1");
    interview.addProperty("partyEmailAddress", "user-1@example.com");

    int planned = backend.post(INTERVIEWS, interview).status();
    boolean begun = backend.get(INTERVIEWS).body().contains("user-1");
    int asEver = backend.post(INTERVIEWS, interview).status();

    assertThat(List.of(planned, begun, asEver, backend.get(INTERVIEWS).body().contains("user-1")))
        .containsExactly(503, false, 201, true);
  }

  @Test
  void theJournalTellsOfThePlan(Journal journal) {
    plan(Fault.rateLimited());
    backend.get(INTERVIEWS);

    assertThat(journal.entries())
        .last()
        .extracting(JournalEntry::planned)
        .isEqualTo(Optional.of("status 429 with policies.ratelimit.SpikeArrestViolation"));
  }
}
