package dev.partnerauth.http.bearer;

import io.vavr.control.Either;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The rules of {@link BearerCalls} for a client that it does not know, asked before a call and
 * after a 401. Sending is the client's:
 *
 * <ul>
 *   <li>The token goes to the target that was asked about; what comes after a redirect goes out
 *       without it.
 *   <li>Plain {@code http} to loopback goes through no proxy: nothing of the connection is known
 *       here.
 *   <li>A call is sent once more at most; what comes then is the caller's, also a second 401.
 * </ul>
 *
 * <p>Nothing here blocks. Whoever joins a stage waits for a token as long as the facade's own limit
 * says, 15 s unless {@link dev.partnerauth.PartnerAuth#within} says otherwise. A stage fails only
 * if the source of tokens throws. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class BearerDecisions {

  private final BearerPolicy policy;

  BearerDecisions(BearerPolicy policy) {
    this.policy = policy;
  }

  /**
   * What a call is to carry: a token; nothing, and then it goes out as it is; or why it must not go
   * out at all.
   *
   * @param target absolute and with a host; its query plays no part
   * @param authorized whether the caller has set an {@code Authorization} header
   * @throws IllegalArgumentException if the target has no scheme or no host
   */
  public CompletionStage<Either<BearerCallException, Optional<CarriedToken>>> before(
      String method, URI target, boolean authorized) {
    if (target.getScheme() == null || target.getHost() == null) {
      throw new IllegalArgumentException("the target of a call needs a scheme and a host");
    }
    Passage passage =
        policy.judge(new Call(method, Origin.of(target), target.getRawPath(), authorized, false));
    if (passage instanceof Passage.Refused refused) {
      return CompletableFuture.completedFuture(Either.left(refused.reason()));
    }
    return passage instanceof Passage.Unchanged
        ? CompletableFuture.completedFuture(Either.right(Optional.empty()))
        : policy.token().thenApply(obtained -> obtained.map(Optional::of));
  }

  /**
   * What a call that was answered 401 is to carry when it is sent once more; empty if the answer is
   * the caller's. If the gateway refused the token, its source never serves it again, unless
   * another one was rejected within the last ten seconds.
   *
   * @param refused what {@link #before} gave for this call
   * @param answer the body of the 401; more than 64 KiB are no refusal of the gateway, so that 64
   *     KiB and one byte of a larger one do
   * @param repeatable whether the call's own body can be sent again
   */
  public CompletionStage<Optional<CarriedToken>> afterUnauthorized(
      CarriedToken refused, byte[] answer, boolean repeatable) {
    return policy.replacement(refused, answer, repeatable);
  }

  @Override
  public String toString() {
    return "BearerDecisions[" + policy.tokens() + " to " + policy.hosts() + "]";
  }
}
