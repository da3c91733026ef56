package dev.partnerauth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.SecretsAreLogged;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.http.transport.HttpRequest;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.port.AuthRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class LoggersThatPrintSecretsAreToldTest {

  private final List<AuthEvent> events = new ArrayList<>();

  @Test
  void onceWithTheFirstCallOfAnApp() {
    var api = api(List.of("org.example.wire"));

    Calls.outcome(api.accessToken(Samples.aBackendApp(), Samples.BUDGET));
    Calls.outcome(api.accessToken(Samples.aBackendApp(), Samples.BUDGET));

    assertThat(events)
        .containsExactly(
            new SecretsAreLogged(Samples.aBackendApp().clientId(), List.of("org.example.wire")));
  }

  @Test
  void notWhereThereAreNone() {
    var api = api(List.of());

    Calls.outcome(api.accessToken(Samples.aBackendApp(), Samples.BUDGET));

    assertThat(events).isEmpty();
  }

  private HttpAuthenticationApi api(List<String> loggers) {
    AuthRuntime runtime =
        Calls.runtime(Runnable::run, Calls.STOPPED)
            .observedBy(events::add)
            .observedOn(Runnable::run);
    return HttpAuthenticationApi.of(
        BaseAddress.sandbox(), new Logging(loggers), CallSettings.standard(), runtime);
  }

  private record Logging(List<String> loggersThatPrintSecrets) implements HttpTransport {
    @Override
    public CompletionStage<HttpResponse> exchange(HttpRequest request) {
      return CompletableFuture.completedFuture(new HttpResponse(401, Map.of(), new byte[0]));
    }
  }
}
