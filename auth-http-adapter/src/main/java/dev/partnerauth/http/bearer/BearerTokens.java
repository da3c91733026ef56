package dev.partnerauth.http.bearer;

import dev.partnerauth.AsyncDelegation;
import dev.partnerauth.AsyncPartnerAuth;
import dev.partnerauth.Delegation;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.scope.Scope;
import dev.partnerauth.token.BearerToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One source of tokens for calls: the general one, or one delegation. What is bound to it never
 * gets a token of another source. Thread-safe; prints its name only.
 *
 * @since 0.1.0
 */
public final class BearerTokens {

  private final String name;
  private final Scope scope;
  private final Supplier<CompletionStage<Either<AuthFailure, CarriedToken>>> current;

  private BearerTokens(
      String name,
      Scope scope,
      Supplier<CompletionStage<Either<AuthFailure, CarriedToken>>> current) {
    this.name = name;
    this.scope = scope;
    this.current = current;
  }

  /** The general access token, which opens everything of the app. */
  public static BearerTokens general(PartnerAuth auth) {
    return general(auth.async());
  }

  /** The general access token, which opens everything of the app. */
  public static BearerTokens general(AsyncPartnerAuth auth) {
    return from(
        "the general access token", new Scope.Application(), auth::accessToken, auth::reject);
  }

  /**
   * What the request delegates, and nothing else.
   *
   * @param minimumRemaining how long a token must live at least
   */
  public static BearerTokens delegated(
      Delegation delegation, ServiceTokenRequest request, Duration minimumRemaining) {
    return delegated(delegation.async(), request, minimumRemaining);
  }

  /**
   * What the request delegates, and nothing else.
   *
   * @param minimumRemaining how long a token must live at least
   */
  public static BearerTokens delegated(
      AsyncDelegation delegation, ServiceTokenRequest request, Duration minimumRemaining) {
    return from(
        "the delegation of " + request.purpose().name(),
        Scope.of(request.delegates()),
        () -> delegation.delegate(request, minimumRemaining),
        token -> delegation.reject(request, token));
  }

  /** What a service token in hand delegates, such as one that came with an interview. */
  public static BearerTokens exchanged(Delegation delegation, ServiceToken serviceToken) {
    return exchanged(delegation.async(), serviceToken);
  }

  /** What a service token in hand delegates, such as one that came with an interview. */
  public static BearerTokens exchanged(AsyncDelegation delegation, ServiceToken serviceToken) {
    return from(
        serviceToken
            .delegates()
            .map(delegated -> "the delegation of " + delegated.name())
            .orElse("the delegation of a service token in hand"),
        Scope.of(serviceToken),
        () -> delegation.scopedAccessToken(serviceToken),
        token -> delegation.reject(serviceToken, token));
  }

  static <T extends BearerToken> BearerTokens from(
      String name,
      Scope scope,
      Supplier<CompletionStage<Either<AuthFailure, T>>> current,
      Consumer<T> reject) {
    return new BearerTokens(
        name,
        scope,
        () ->
            current
                .get()
                .thenApply(
                    outcome ->
                        outcome.map(token -> new CarriedToken(token, () -> reject.accept(token)))));
  }

  /** As a noun phrase, for messages: {@code the general access token}. */
  public String name() {
    return name;
  }

  /** Known before there is a token, so that what it cannot open costs no request at all. */
  Scope scope() {
    return scope;
  }

  /** A source that throws fails its stage: on an I/O thread nobody would hear it. */
  CompletionStage<Either<AuthFailure, CarriedToken>> current() {
    return CompletableFuture.completedStage(current).thenCompose(Supplier::get);
  }

  @Override
  public String toString() {
    return name;
  }
}
