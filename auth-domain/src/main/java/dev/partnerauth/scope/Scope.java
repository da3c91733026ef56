package dev.partnerauth.scope;

import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.purpose.StandardPurposes;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.Token;
import java.util.Optional;

/**
 * What a token opens, derived from its kind, purpose and claims (contract sections 1, 3 and 5).
 *
 * @since 0.1.0
 */
public sealed interface Scope {

  /** Every resource of every customer of the app. */
  record Application() implements Scope {}

  /** One interview and its document. */
  record Interview(InterviewId interviewId) implements Scope {}

  /**
   * One party: its interviews, and the binders that it belongs to, as far as its role there goes.
   */
  record Party(Upid upid) implements Scope {}

  /** A purpose whose meaning only the partner and the platform know. */
  record Custom(DelegatedPurpose delegates) implements Scope {}

  /** The purpose or its claims could not be read. */
  record Unknown() implements Scope {}

  /** As a noun phrase. */
  default String describe() {
    if (this instanceof Interview interview) {
      return "interview " + interview.interviewId().value();
    }
    if (this instanceof Party party) {
      return "party " + party.upid().value();
    }
    if (this instanceof Custom custom) {
      return "purpose " + custom.delegates().name();
    }
    return this instanceof Application
        ? "everything of the app"
        : "unknown, since purpose and claims cannot be read";
  }

  /** What the token opens; of a service token, what it lets its holder obtain. */
  static Scope of(Token token) {
    if (token instanceof AccessToken) {
      return new Application();
    }
    return delegatedBy(token).map(Scope::of).orElseGet(Unknown::new);
  }

  /** What a token that delegates this opens. */
  static Scope of(DelegatedPurpose delegates) {
    if (delegates.name().equals(StandardPurposes.INTERVIEW.name())) {
      return delegates
          .claims()
          .interviewId()
          .<Scope>map(Interview::new)
          .orElseGet(() -> ofParty(delegates));
    }
    if (PartyPurposes.NAMES.contains(delegates.name())) {
      return ofParty(delegates);
    }
    return new Custom(delegates);
  }

  /** A persistent interview's own service token names its party and no interview (section 5). */
  private static Scope ofParty(DelegatedPurpose delegates) {
    return delegates.claims().upid().<Scope>map(Party::new).orElseGet(Unknown::new);
  }

  private static Optional<DelegatedPurpose> delegatedBy(Token token) {
    if (token instanceof ServiceToken serviceToken) {
      return serviceToken.delegates();
    }
    return token instanceof ScopedAccessToken scoped ? scoped.delegates() : Optional.empty();
  }
}
