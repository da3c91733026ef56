package dev.partnerauth.testkit.bearer;

import dev.partnerauth.http.bearer.BearerCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/** Many calls at one time through one client, and the statuses that came of them. */
enum Crowd {
  APACHE_CLASSIC {
    @Override
    List<Integer> call(BearerCalls calls, String address, int callers) throws Exception {
      var connections =
          PoolingHttpClientConnectionManagerBuilder.create()
              .setMaxConnPerRoute(callers)
              .setMaxConnTotal(callers)
              .build();
      ExecutorService threads = Executors.newFixedThreadPool(callers);
      try (var client = calls.on(HttpClients.custom()).setConnectionManager(connections).build()) {
        return statuses(callers, () -> threads.submit(() -> status(client, address)));
      } finally {
        threads.shutdown();
      }
    }

    private int status(CloseableHttpClient client, String address) {
      try {
        return client.execute(
            ClassicRequestBuilder.get(address).build(), response -> response.getCode());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },

  APACHE_ASYNC {
    @Override
    List<Integer> call(BearerCalls calls, String address, int callers) throws Exception {
      var connections =
          PoolingAsyncClientConnectionManagerBuilder.create()
              .setMaxConnPerRoute(callers)
              .setMaxConnTotal(callers)
              .build();
      try (var client =
          calls.on(HttpAsyncClients.custom()).setConnectionManager(connections).build()) {
        client.start();
        List<Future<SimpleHttpResponse>> answers = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
          answers.add(client.execute(SimpleRequestBuilder.get(address).build(), null));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<SimpleHttpResponse> answer : answers) {
          statuses.add(answer.get(1, TimeUnit.MINUTES).getCode());
        }
        return statuses;
      }
    }
  },

  JDK {
    @Override
    List<Integer> call(BearerCalls calls, String address, int callers) throws Exception {
      HttpClient client =
          calls.on(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()).get();
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
      return statuses(
          callers,
          () ->
              client
                  .sendAsync(request, BodyHandlers.ofString())
                  .thenApply(HttpResponse::statusCode));
    }
  };

  abstract List<Integer> call(BearerCalls calls, String address, int callers) throws Exception;

  private static List<Integer> statuses(int callers, Supplier<Future<Integer>> call)
      throws Exception {
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      answers.add(call.get());
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get(1, TimeUnit.MINUTES));
    }
    return statuses;
  }
}
