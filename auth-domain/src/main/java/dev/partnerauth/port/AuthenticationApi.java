package dev.partnerauth.port;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import io.vavr.control.Either;
import java.util.concurrent.CompletionStage;

/**
 * The platform's Authentication API (contract sections 1 to 3). Each call asks the server; nothing
 * is cached. A refusal is a {@code Left}, never an exceptional stage: that is for bugs, such as an
 * executor that is closed while calls are under way. Stages complete on an executor that the caller
 * chose, never on an I/O thread, and within the budget's time. Implementations are thread-safe.
 *
 * @since 0.1.0
 */
public interface AuthenticationApi {

  /** A new general access token. Earlier ones stay valid. */
  CompletionStage<Either<AuthFailure, AccessToken>> accessToken(BackendApp app, Budget budget);

  /** A new service token, asked for with a general access token. */
  CompletionStage<Either<AuthFailure, ServiceToken>> serviceToken(
      AccessToken accessToken, DatedServiceTokenRequest request, Budget budget);

  /**
   * A new scoped access token in exchange for a service token, which is sent even if it looks
   * expired here: only the server can tell.
   */
  CompletionStage<Either<AuthFailure, ScopedAccessToken>> scopedAccessToken(
      FrontendApp app, ServiceToken serviceToken, Budget budget);

  /**
   * What it takes from its surroundings. A facade that is not given another goes by the same clock,
   * executor and watcher. A wrapper hands on that of what it wraps.
   */
  default AuthRuntime runtime() {
    return AuthRuntime.system();
  }
}
