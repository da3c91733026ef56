package dev.partnerauth.scope;

import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.scope.ScopeViolation.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which token opens which operation on which resource (contract section 5). The rules may refuse
 * and may ask for a fact; they never choose a stronger token. Stateless and thread-safe.
 *
 * @since 0.1.0
 */
public final class ScopeRules {

  private static final ScopeRules STANDARD = new ScopeRules();

  private ScopeRules() {}

  /** The platform's published rules. */
  public static ScopeRules standard() {
    return STANDARD;
  }

  public Verdict check(Scope scope, Operation operation, Resource resource) {
    if (operation.access() == Access.NO_TOKEN || scope instanceof Scope.Application) {
      return Verdict.allowed();
    }
    if (operation.access() == Access.GENERAL_TOKEN) {
      return refused(scope, operation, Reason.GENERAL_TOKEN_ONLY);
    }
    if (scope instanceof Scope.Interview interview) {
      return check(interview, operation, resource);
    }
    if (scope instanceof Scope.Party party) {
      return check(party, operation, resource);
    }
    return Verdict.dependsOn(
        scope instanceof Scope.Custom ? MissingFact.PURPOSE_MEANING : MissingFact.TOKEN_CLAIMS);
  }

  private static Verdict check(Scope.Interview scope, Operation operation, Resource resource) {
    return switch (operation.access()) {
      case OWN_INTERVIEW ->
          resource instanceof Resource.Interview interview
              ? sameInterview(scope, operation, interview.id())
              : Verdict.dependsOn(MissingFact.RESOURCE);
      case OWN_INTERVIEWS_DOCUMENT ->
          documentsInterview(resource)
              .map(interview -> sameInterview(scope, operation, interview))
              .orElseGet(() -> Verdict.dependsOn(MissingFact.DOCUMENT_INTERVIEW));
      default -> refused(scope, operation, Reason.NOT_FOR_INTERVIEWS);
    };
  }

  private static Verdict check(Scope.Party scope, Operation operation, Resource resource) {
    return switch (operation.access()) {
      case OWN_INTERVIEW -> ownPartysInterview(scope, operation, resource);
      case ANY_PARTY -> partyOfTheBinder(scope, operation, resource, Set.of());
      case SIGNER_PARTY -> partyOfTheBinder(scope, operation, resource, Set.of(PartyRole.SIGNER));
      case OWNER_PARTY -> partyOfTheBinder(scope, operation, resource, Set.of(PartyRole.OWNER));
      default -> refused(scope, operation, Reason.NOT_FOR_PARTIES);
    };
  }

  private static Verdict sameInterview(
      Scope.Interview scope, Operation operation, InterviewId touched) {
    return scope.interviewId().equals(touched)
        ? Verdict.allowed()
        : refused(scope, operation, Reason.OTHER_INTERVIEW);
  }

  private static Verdict ownPartysInterview(
      Scope.Party scope, Operation operation, Resource resource) {
    if (!(resource instanceof Resource.Interview interview)) {
      return Verdict.dependsOn(MissingFact.RESOURCE);
    }
    return interview
        .party()
        .map(
            party ->
                party.equals(scope.upid())
                    ? Verdict.allowed()
                    : refused(scope, operation, Reason.OTHER_PARTYS_INTERVIEW))
        .orElseGet(() -> Verdict.dependsOn(MissingFact.INTERVIEW_PARTY));
  }

  private static Verdict partyOfTheBinder(
      Scope.Party scope, Operation operation, Resource resource, Set<PartyRole> wanted) {
    if (!(resource instanceof Resource.Binder binder)) {
      return Verdict.dependsOn(MissingFact.RESOURCE);
    }
    return binder
        .parties()
        .map(parties -> roleInTheBinder(scope, operation, parties, wanted))
        .orElseGet(() -> Verdict.dependsOn(MissingFact.BINDER_PARTIES));
  }

  private static Verdict roleInTheBinder(
      Scope.Party scope,
      Operation operation,
      Map<Upid, Set<PartyRole>> parties,
      Set<PartyRole> wanted) {
    return Optional.ofNullable(parties.get(scope.upid()))
        .map(
            roles ->
                roles.containsAll(wanted)
                    ? Verdict.allowed()
                    : refused(scope, operation, Reason.ROLE_MISSING))
        .orElseGet(() -> refused(scope, operation, Reason.NOT_A_PARTY));
  }

  private static Optional<InterviewId> documentsInterview(Resource resource) {
    return resource instanceof Resource.Document document ? document.interview() : Optional.empty();
  }

  private static Verdict refused(Scope scope, Operation operation, Reason reason) {
    return new Verdict.Refused(new ScopeViolation(scope, operation, reason));
  }
}
