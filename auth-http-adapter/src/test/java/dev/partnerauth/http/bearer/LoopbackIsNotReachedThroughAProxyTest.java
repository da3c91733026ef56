package dev.partnerauth.http.bearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.Test;

/** A proxy reads what goes over plain http, and may stand anywhere. */
class LoopbackIsNotReachedThroughAProxyTest {

  private static final String ADDRESS = "http://127.0.0.1:8080";
  private static final String PROXY = "proxy.example";

  private final BearerCalls calls =
      BearerCalls.with(ScriptedTokens.giving("token-1").general(), PlatformHosts.of(ADDRESS).get());

  @Test
  void byApachesClassicClient() throws Exception {
    try (var client = calls.on(HttpClients.custom()).setProxy(new HttpHost(PROXY)).build()) {
      Throwable refused =
          catchThrowable(
              () ->
                  client.execute(
                      ClassicRequestBuilder.get(ADDRESS).build(), response -> response.getCode()));

      assertThat(refused).isInstanceOf(PlainHttpException.class);
    }
  }

  @Test
  void byApachesAsyncClient() throws Exception {
    try (var client = calls.on(HttpAsyncClients.custom()).setProxy(new HttpHost(PROXY)).build()) {
      client.start();
      Throwable refused =
          catchThrowable(
              () -> client.execute(SimpleRequestBuilder.get(ADDRESS).build(), null).get());

      assertThat(refused).hasCauseInstanceOf(PlainHttpException.class);
    }
  }

  @Test
  void byTheJdksClient() {
    ProxySelector proxy = ProxySelector.of(InetSocketAddress.createUnresolved(PROXY, 80));
    HttpClient client = calls.on(HttpClient.newBuilder().proxy(proxy).build()).get();

    Throwable refused =
        catchThrowable(
            () ->
                client.send(
                    HttpRequest.newBuilder(URI.create(ADDRESS)).build(), BodyHandlers.ofString()));

    assertThat(refused).isInstanceOf(PlainHttpException.class);
  }
}
