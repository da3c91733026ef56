package dev.partnerauth.testkit.assertions;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.Token;
import io.vavr.control.Either;
import java.util.function.Function;

/**
 * What came of asking for a token: the token, or the failure that came in its place.
 *
 * @param <T> the kind of token that was asked for
 * @param <A> the assertions about such a token
 * @since 0.1.0
 */
public final class OutcomeAssert<T extends Token, A extends TokenAssert<A, T>>
    extends DomainAssert<OutcomeAssert<T, A>, Either<? extends AuthFailure, T>> {

  private final Function<? super T, A> aboutTheToken;

  OutcomeAssert(Either<? extends AuthFailure, T> outcome, Function<? super T, A> aboutTheToken) {
    super("the outcome", outcome, OutcomeAssert.class);
    this.aboutTheToken = aboutTheToken;
  }

  /** That there is a token, about which the returned assertions go on. */
  public A isGranted() {
    expect(given().isRight(), "to be a token", "it is a refusal");
    return goingOn(aboutTheToken.apply(given().get()));
  }

  /** That there is a failure, about which the returned assertions go on. */
  public FailureAssert isRefused() {
    return refused("to be a refusal");
  }

  /**
   * That there is a failure of this kind, about which the returned assertions go on.
   *
   * @param kind one kind, or a group such as {@code CallerFailure}
   */
  public FailureAssert isRefusedBecause(Class<? extends AuthFailure> kind) {
    return refused("to be a refusal because of " + kind.getSimpleName()).isBecauseOf(kind);
  }

  private FailureAssert refused(String expectation) {
    expect(given().isLeft(), expectation, "it is a token");
    return goingOn(new FailureAssert(given().getLeft()));
  }

  @Override
  String shown(Either<? extends AuthFailure, T> outcome) {
    return outcome.fold(Findings::failure, Token::toString);
  }
}
