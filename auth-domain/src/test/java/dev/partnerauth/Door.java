package dev.partnerauth;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Credentials;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The two facades, so that whatever is true of one is shown to be true of the other. */
enum Door {
  BLOCKING {
    @Override
    Either<AuthFailure, AccessToken> accessToken(PartnerAuth auth) {
      return auth.accessToken();
    }

    @Override
    Either<AuthFailure, ServiceToken> serviceToken(PartnerAuth auth, ServiceTokenRequest request) {
      return auth.serviceToken(request);
    }

    @Override
    Either<AuthFailure, ScopedAccessToken> scopedToken(
        PartnerAuth auth, FrontendApp app, ServiceToken serviceToken) {
      return auth.exchangingAs(app).scopedAccessToken(serviceToken);
    }

    @Override
    Either<AuthFailure, ScopedAccessToken> scopedToken(
        PartnerAuth auth, ClientId id, Credentials<FrontendApp> credentials, ServiceToken token) {
      return auth.exchangingAs(id, credentials).scopedAccessToken(token);
    }

    @Override
    Either<AuthFailure, ScopedAccessToken> delegate(
        PartnerAuth auth, FrontendApp app, ServiceTokenRequest request, Duration minimum) {
      return auth.exchangingAs(app).delegate(request, minimum);
    }

    @Override
    void reject(PartnerAuth auth, AccessToken token) {
      auth.reject(token);
    }

    @Override
    void reject(PartnerAuth auth, ServiceTokenRequest request, ServiceToken token) {
      auth.reject(request, token);
    }

    @Override
    void reject(
        PartnerAuth auth, FrontendApp app, ServiceToken serviceToken, ScopedAccessToken token) {
      auth.exchangingAs(app).reject(serviceToken, token);
    }

    @Override
    void reject(
        PartnerAuth auth, FrontendApp app, ServiceTokenRequest request, ScopedAccessToken token) {
      auth.exchangingAs(app).reject(request, token);
    }

    @Override
    AuthStatus status(PartnerAuth auth) {
      return auth.status();
    }

    @Override
    CompletionStage<Either<AuthFailure, AccessToken>> warmUp(PartnerAuth auth) {
      return auth.warmUp();
    }

    @Override
    Either<AuthFailure, AccessToken> accessTokenWithin(PartnerAuth auth, Duration limit) {
      return auth.within(limit).accessToken();
    }
  },

  ASYNCHRONOUS {
    @Override
    Either<AuthFailure, AccessToken> accessToken(PartnerAuth auth) {
      return now(auth.async().accessToken());
    }

    @Override
    Either<AuthFailure, ServiceToken> serviceToken(PartnerAuth auth, ServiceTokenRequest request) {
      return now(auth.async().serviceToken(request));
    }

    @Override
    Either<AuthFailure, ScopedAccessToken> scopedToken(
        PartnerAuth auth, FrontendApp app, ServiceToken serviceToken) {
      return now(auth.async().exchangingAs(app).scopedAccessToken(serviceToken));
    }

    @Override
    Either<AuthFailure, ScopedAccessToken> scopedToken(
        PartnerAuth auth, ClientId id, Credentials<FrontendApp> credentials, ServiceToken token) {
      return now(auth.async().exchangingAs(id, credentials).scopedAccessToken(token));
    }

    @Override
    Either<AuthFailure, ScopedAccessToken> delegate(
        PartnerAuth auth, FrontendApp app, ServiceTokenRequest request, Duration minimum) {
      return now(auth.async().exchangingAs(app).delegate(request, minimum));
    }

    @Override
    void reject(PartnerAuth auth, AccessToken token) {
      auth.async().reject(token);
    }

    @Override
    void reject(PartnerAuth auth, ServiceTokenRequest request, ServiceToken token) {
      auth.async().reject(request, token);
    }

    @Override
    void reject(
        PartnerAuth auth, FrontendApp app, ServiceToken serviceToken, ScopedAccessToken token) {
      auth.async().exchangingAs(app).reject(serviceToken, token);
    }

    @Override
    void reject(
        PartnerAuth auth, FrontendApp app, ServiceTokenRequest request, ScopedAccessToken token) {
      auth.async().exchangingAs(app).reject(request, token);
    }

    @Override
    AuthStatus status(PartnerAuth auth) {
      return auth.async().status();
    }

    @Override
    CompletionStage<Either<AuthFailure, AccessToken>> warmUp(PartnerAuth auth) {
      return auth.async().warmUp();
    }

    @Override
    Either<AuthFailure, AccessToken> accessTokenWithin(PartnerAuth auth, Duration limit) {
      return now(auth.async().within(limit).accessToken());
    }
  };

  abstract Either<AuthFailure, AccessToken> accessToken(PartnerAuth auth);

  abstract Either<AuthFailure, ServiceToken> serviceToken(
      PartnerAuth auth, ServiceTokenRequest request);

  abstract Either<AuthFailure, ScopedAccessToken> scopedToken(
      PartnerAuth auth, FrontendApp app, ServiceToken serviceToken);

  abstract Either<AuthFailure, ScopedAccessToken> scopedToken(
      PartnerAuth auth, ClientId id, Credentials<FrontendApp> credentials, ServiceToken token);

  abstract Either<AuthFailure, ScopedAccessToken> delegate(
      PartnerAuth auth, FrontendApp app, ServiceTokenRequest request, Duration minimum);

  abstract void reject(PartnerAuth auth, AccessToken token);

  abstract void reject(PartnerAuth auth, ServiceTokenRequest request, ServiceToken token);

  abstract void reject(
      PartnerAuth auth, FrontendApp app, ServiceToken serviceToken, ScopedAccessToken token);

  abstract void reject(
      PartnerAuth auth, FrontendApp app, ServiceTokenRequest request, ScopedAccessToken token);

  abstract AuthStatus status(PartnerAuth auth);

  abstract CompletionStage<Either<AuthFailure, AccessToken>> warmUp(PartnerAuth auth);

  abstract Either<AuthFailure, AccessToken> accessTokenWithin(PartnerAuth auth, Duration limit);

  /** Every answer in these tests is there at once; a stage that is not fails the test. */
  private static <T> Either<AuthFailure, T> now(CompletionStage<Either<AuthFailure, T>> stage) {
    return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
