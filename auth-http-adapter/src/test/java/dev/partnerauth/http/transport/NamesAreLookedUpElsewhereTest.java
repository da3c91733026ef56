package dev.partnerauth.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.partnerauth.http.settings.NetworkSettings;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.io.CloseMode;
import org.junit.jupiter.api.Test;

class NamesAreLookedUpElsewhereTest {

  @Test
  void soThatASlowNameServiceHoldsUpNobodyWhoAsks() throws Exception {
    Queue<Runnable> lookUps = new ArrayDeque<>();
    try (CloseableHttpAsyncClient client =
        HttpAsyncClients.custom()
            .setConnectionManager(
                ApacheSettings.asyncConnections(NetworkSettings.standard(), lookUps::add))
            .build()) {
      client.start();
      SimpleHttpRequest request = SimpleRequestBuilder.get("http://nonexistent.invalid/").build();

      Future<?> answer = client.execute(request, null);
      boolean doneBefore = answer.isDone();
      lookUps.remove().run();

      assertThat(List.of(doneBefore, outcome(answer)))
          .isEqualTo(List.of(false, "UnknownHostException"));
    }
  }

  /** A thread that dies of it would print a stack trace at every such close. */
  @Test
  void andWhoeverClosesMeanwhileHearsNothingOfIt() throws Exception {
    Queue<Runnable> lookUps = new ArrayDeque<>();
    try (CloseableHttpAsyncClient client =
        HttpAsyncClients.custom()
            .setConnectionManager(
                ApacheSettings.asyncConnections(NetworkSettings.standard(), lookUps::add))
            .build()) {
      client.start();
      var unused = client.execute(SimpleRequestBuilder.get("http://127.0.0.1/").build(), null);

      client.close(CloseMode.IMMEDIATE);

      assertThatCode(lookUps.remove()::run).doesNotThrowAnyException();
    }
  }

  private static String outcome(Future<?> answer) throws Exception {
    try {
      return "an answer: " + answer.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return Objects.requireNonNull(e.getCause()).getClass().getSimpleName();
    }
  }
}
