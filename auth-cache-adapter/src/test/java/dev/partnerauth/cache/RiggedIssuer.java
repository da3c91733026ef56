package dev.partnerauth.cache;

import dev.partnerauth.app.App;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Issuer;
import dev.partnerauth.port.TokenEndpoint;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenKind;
import io.vavr.control.Either;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** A {@link SimulatedIssuer} of which a test may spoil a part. */
final class RiggedIssuer implements Issuer<ForScopedAccessToken, ScopedAccessToken> {

  BiFunction<ForScopedAccessToken, Budget, CompletionStage<Either<AuthFailure, ScopedAccessToken>>>
      issuing;
  Supplier<List<? extends App>> credentials;
  private final SimulatedIssuer sound;

  RiggedIssuer(SimulatedIssuer sound) {
    this.sound = sound;
    this.issuing = sound::issue;
    this.credentials = sound::credentials;
  }

  @Override
  public CompletionStage<Either<AuthFailure, ScopedAccessToken>> issue(
      ForScopedAccessToken key, Budget budget) {
    return issuing.apply(key, budget);
  }

  @Override
  public ClientId clientId() {
    return sound.clientId();
  }

  @Override
  public TokenKind kind() {
    return sound.kind();
  }

  @Override
  public TokenEndpoint endpoint() {
    return sound.endpoint();
  }

  @Override
  public List<? extends App> credentials() {
    return credentials.get();
  }
}
