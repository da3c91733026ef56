package dev.partnerauth.purpose;

import static dev.partnerauth.claim.ClaimName.INTERVIEW_ID;
import static dev.partnerauth.claim.ClaimName.PARTNER_END_USER_ID;
import static dev.partnerauth.claim.ClaimName.UPID;

import dev.partnerauth.claim.ClaimName;
import java.util.List;

/**
 * The purposes that the platform has published or shown (contract section 3).
 *
 * @since 0.1.0
 */
public final class StandardPurposes {

  /**
   * One interview. That {@code upid} is accepted beside {@code interviewId} is assumed from the
   * guides' prose.
   */
  public static final Purpose INTERVIEW =
      Purpose.named("api.rocketlawyer.com/rocketdoc")
          .requiring(INTERVIEW_ID)
          .allowing(PARTNER_END_USER_ID, UPID);

  /** One party, in the binders that it belongs to. */
  public static final Purpose BINDER_PARTY_ACCESS =
      Purpose.named("api.rocketlawyer.com/binder-party-access").requiring(UPID);

  /** The older name of {@link #BINDER_PARTY_ACCESS}. */
  public static final Purpose DOCUMENT_MANAGER_BINDERS =
      Purpose.named("api.rocketlawyer.com/document-manager/v1/binders").requiring(UPID);

  /** One party that signs; seen in an issued token. */
  public static final Purpose BINDER_SIGN =
      Purpose.named("api.rocketlawyer.com/rocketsign/binder/sign").requiring(UPID);

  /** The purpose of the published sample tokens. */
  public static final Purpose DEMO_THINGS =
      Purpose.named("api.rocketlawyer.com/demo/things").allowing(new ClaimName("owner"), UPID);

  private StandardPurposes() {}

  static List<Purpose> all() {
    return List.of(
        INTERVIEW, BINDER_PARTY_ACCESS, DOCUMENT_MANAGER_BINDERS, BINDER_SIGN, DEMO_THINGS);
  }
}
