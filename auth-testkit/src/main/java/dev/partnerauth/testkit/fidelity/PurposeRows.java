package dev.partnerauth.testkit.fidelity;

import static dev.partnerauth.testkit.fidelity.Row.assumed;
import static dev.partnerauth.testkit.fidelity.Row.documented;
import static dev.partnerauth.testkit.fidelity.Row.observed;

import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.purpose.Purpose;
import dev.partnerauth.purpose.StandardPurposes;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The purposes that are registered, with their claims. */
final class PurposeRows {

  static final Row UPID_OF_AN_INTERVIEW =
      assumed(
          name(StandardPurposes.INTERVIEW) + ": optional " + list(List.of(ClaimName.UPID)),
          "guides and reference name both ids in prose");

  private PurposeRows() {}

  static List<Row> rows() {
    return List.of(
        documented(
            purpose(StandardPurposes.INTERVIEW, Set.of(ClaimName.UPID)),
            "reference; the optional one is observed in the guide"),
        UPID_OF_AN_INTERVIEW,
        documented(purpose(StandardPurposes.BINDER_PARTY_ACCESS, Set.of()), "reference"),
        documented(
            purpose(StandardPurposes.DOCUMENT_MANAGER_BINDERS, Set.of()),
            "other documentation, an older name"),
        observed(purpose(StandardPurposes.BINDER_SIGN, Set.of()), "a token in other documentation"),
        observed(
            purpose(StandardPurposes.DEMO_THINGS, Set.of()),
            "the reference's sample tokens; that neither is mandatory is assumed"));
  }

  /**
   * @param elsewhere claims that have a row of their own
   */
  private static String purpose(Purpose purpose, Set<ClaimName> elsewhere) {
    List<ClaimName> optional =
        purpose.optional().stream().filter(claim -> !elsewhere.contains(claim)).toList();
    String required = purpose.required().isEmpty() ? "" : list(purpose.required());
    String between = required.isEmpty() || optional.isEmpty() ? "" : ", ";
    return name(purpose)
        + ": "
        + required
        + between
        + (optional.isEmpty() ? "" : "optional " + list(optional));
  }

  private static String name(Purpose purpose) {
    return "`" + purpose.name().replaceFirst("^[^/]+", "…") + "`";
  }

  private static String list(Collection<ClaimName> claims) {
    return claims.stream().map(claim -> "`" + claim + "`").collect(Collectors.joining(", "));
  }
}
