package dev.partnerauth.testkit.assertions;

import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.claim.PartnerEndUserId;
import dev.partnerauth.claim.Upid;
import java.util.Optional;
import java.util.Set;

/**
 * Which claims a request or token makes. Messages name claims and keep their values to themselves,
 * since these may identify an end user.
 *
 * @since 0.1.0
 */
public final class ClaimsAssert extends DomainAssert<ClaimsAssert, Claims> {

  ClaimsAssert(Claims claims) {
    super("the claims", claims, ClaimsAssert.class);
  }

  public ClaimsAssert contain(ClaimName name, String value) {
    Optional<String> made = given().value(name);
    return expect(
        made.equals(Optional.of(value)),
        "to contain " + name + " with the value that was named",
        made.isPresent() ? "its value is another" : "it is missing");
  }

  public ClaimsAssert contain(InterviewId interviewId) {
    return contain(ClaimName.INTERVIEW_ID, interviewId.value());
  }

  public ClaimsAssert contain(Upid upid) {
    return contain(ClaimName.UPID, upid.value());
  }

  public ClaimsAssert contain(PartnerEndUserId partnerEndUserId) {
    return contain(ClaimName.PARTNER_END_USER_ID, partnerEndUserId.value());
  }

  /** Whatever the value. */
  public ClaimsAssert doNotContain(ClaimName name) {
    return expect(given().value(name).isEmpty(), "not to contain " + name, "they do");
  }

  /** That these are all their names, in whatever order. */
  public ClaimsAssert containOnly(ClaimName... names) {
    Set<ClaimName> wanted = Set.of(names);
    return expectEqual(
        wanted,
        given().names(),
        "to contain only " + wanted.stream().sorted().toList(),
        "they contain " + given().names().stream().sorted().toList());
  }
}
