package dev.partnerauth.testkit.assertions;

import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.purpose.Purpose;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.Token;
import java.util.Optional;

/**
 * What a token has that stands for one purpose.
 *
 * @param <S> the assertions themselves
 * @param <T> the kind of token
 * @since 0.1.0
 */
public abstract class DelegatingTokenAssert<S extends DelegatingTokenAssert<S, T>, T extends Token>
    extends TokenAssert<S, T> {

  DelegatingTokenAssert(T token, Class<S> self) {
    super(token, self);
  }

  abstract Optional<DelegatedPurpose> delegated();

  /** That it stands for this purpose, whatever its claims. */
  public final S delegates(Purpose purpose) {
    return expectEqual(
        Optional.of(purpose.name()),
        delegated().map(DelegatedPurpose::name),
        "to delegate " + purpose.name(),
        Findings.purpose(delegated()));
  }

  /** That neither its purpose nor its claims could be read. */
  public final S hasNoKnownPurpose() {
    return expect(delegated().isEmpty(), "to have no known purpose", Findings.purpose(delegated()));
  }

  public final S hasClaim(ClaimName name, String value) {
    claims().contain(name, value);
    return myself;
  }

  public final S doesNotHaveClaim(ClaimName name) {
    claims().doNotContain(name);
    return myself;
  }

  /** That its claims are known, about which the returned assertions go on. */
  public final ClaimsAssert claims() {
    Optional<DelegatedPurpose> delegated = delegated();
    expect(delegated.isPresent(), "to have known claims", Findings.purpose(delegated));
    return goingOn(new ClaimsAssert(delegated.orElseThrow().claims()));
  }
}
