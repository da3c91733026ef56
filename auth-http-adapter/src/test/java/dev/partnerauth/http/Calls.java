package dev.partnerauth.http;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Time;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The three calls with sample arguments over a transport of the test's, and what came of them. */
final class Calls {

  /** The wall clock stands at {@link Samples#NOW}. */
  static final Time STOPPED =
      new Time() {
        @Override
        public Instant now() {
          return Samples.NOW;
        }

        @Override
        public long nanos() {
          return 0;
        }
      };

  private Calls() {}

  static HttpAuthenticationApi api(HttpTransport transport) {
    return HttpAuthenticationApi.of(
        BaseAddress.sandbox(), transport, CallSettings.standard(), runtime(Runnable::run, STOPPED));
  }

  static AuthRuntime runtime(Executor executor, Time time) {
    return AuthRuntime.system().runningOn(executor).at(time);
  }

  static Either<AuthFailure, AccessToken> accessToken(HttpTransport transport) {
    return outcome(api(transport).accessToken(Samples.aBackendApp(), Samples.BUDGET));
  }

  static Either<AuthFailure, ServiceToken> serviceToken(HttpTransport transport) {
    return outcome(
        api(transport)
            .serviceToken(Samples.anAccessToken(), Samples.anInterviewRequest(), Samples.BUDGET));
  }

  static Either<AuthFailure, ScopedAccessToken> scopedAccessToken(HttpTransport transport) {
    return outcome(
        api(transport)
            .scopedAccessToken(Samples.aFrontendApp(), Samples.aServiceToken(), Samples.BUDGET));
  }

  /** What the stage completes with, however long a broken machine takes. */
  static <T> T outcome(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
