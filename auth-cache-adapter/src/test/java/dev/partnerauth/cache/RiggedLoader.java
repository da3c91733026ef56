package dev.partnerauth.cache;

import dev.partnerauth.app.App;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.TokenEndpoint;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenKind;
import io.vavr.control.Either;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** A {@link SimulatedLoader} of which a test may spoil a part. */
final class RiggedLoader implements TokenLoader<ForScopedAccessToken, ScopedAccessToken> {

  BiFunction<ForScopedAccessToken, Budget, CompletionStage<Either<AuthFailure, ScopedAccessToken>>>
      loading;
  Supplier<List<? extends App>> credentials;
  private final SimulatedLoader sound;

  RiggedLoader(SimulatedLoader sound) {
    this.sound = sound;
    this.loading = sound::load;
    this.credentials = sound::credentials;
  }

  @Override
  public CompletionStage<Either<AuthFailure, ScopedAccessToken>> load(
      ForScopedAccessToken key, Budget budget) {
    return loading.apply(key, budget);
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
