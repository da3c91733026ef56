package dev.partnerauth.purpose;

import static dev.partnerauth.Samples.aClaim;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.claim.ClaimName;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandardPurposesTest {

  private static final ClaimName INTERVIEW_ID = aClaim("interviewId");
  private static final ClaimName UPID = aClaim("upid");

  /** The table of contract section 3, row by row. */
  @Test
  void theStandardRegistryIsTheContractsTable() {
    assertThat(PurposeRegistry.standard().purposes())
        .containsExactly(
            new Purpose(
                "api.rocketlawyer.com/rocketdoc",
                Set.of(INTERVIEW_ID),
                Set.of(aClaim("partnerEndUserId"), UPID)),
            new Purpose("api.rocketlawyer.com/binder-party-access", Set.of(UPID), Set.of()),
            new Purpose("api.rocketlawyer.com/document-manager/v1/binders", Set.of(UPID), Set.of()),
            new Purpose("api.rocketlawyer.com/rocketsign/binder/sign", Set.of(UPID), Set.of()),
            new Purpose(
                "api.rocketlawyer.com/demo/things", Set.of(), Set.of(aClaim("owner"), UPID)));
  }
}
