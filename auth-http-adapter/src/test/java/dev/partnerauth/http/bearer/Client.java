package dev.partnerauth.http.bearer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.AsyncEntityProducerWrapper;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.jspecify.annotations.Nullable;

/** The three clients, each with the settings that a partner gets who sets nothing. */
enum Client {
  APACHE_CLASSIC {
    @Override
    Reply call(BearerCalls calls, Ask ask) throws IOException {
      ClassicRequestBuilder request = ClassicRequestBuilder.create(ask.method()).setUri(ask.uri());
      ask.authorization().ifPresent(header -> request.setHeader("Authorization", header));
      ask.body()
          .ifPresent(
              body ->
                  request.setEntity(
                      ask.repeatable()
                          ? new StringEntity(body)
                          : new InputStreamEntity(
                              new ByteArrayInputStream(body.getBytes(UTF_8)),
                              ContentType.TEXT_PLAIN)));
      try (var client = calls.on(HttpClients.custom()).build()) {
        return client.execute(
            request.build(),
            response ->
                reply(
                    response.getCode(),
                    response.getEntity().getContentType(),
                    EntityUtils.toString(response.getEntity())));
      }
    }
  },

  APACHE_ASYNC {
    @Override
    Reply call(BearerCalls calls, Ask ask) throws IOException {
      AsyncRequestBuilder request = AsyncRequestBuilder.create(ask.method()).setUri(ask.uri());
      ask.authorization().ifPresent(header -> request.setHeader("Authorization", header));
      ask.body()
          .map(body -> new BasicAsyncEntityProducer(body, ContentType.TEXT_PLAIN))
          .ifPresent(body -> request.setEntity(ask.repeatable() ? body : once(body)));
      try (var client = calls.on(HttpAsyncClients.custom()).build()) {
        client.start();
        SimpleHttpResponse response =
            client
                .execute(request.build(), SimpleResponseConsumer.create(), null, null, null)
                .get();
        return reply(
            response.getCode(), response.getContentType().toString(), response.getBodyText());
      } catch (ExecutionException e) {
        throw asIo(e.getCause());
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    private AsyncEntityProducer once(AsyncEntityProducer body) {
      return new AsyncEntityProducerWrapper(body) {
        @Override
        public boolean isRepeatable() {
          return false;
        }
      };
    }
  },

  JDK {
    @Override
    Reply call(BearerCalls calls, Ask ask) throws IOException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(ask.uri())
              .method(
                  ask.method(),
                  ask.body().map(body -> publisher(body, ask)).orElse(BodyPublishers.noBody()));
      ask.authorization().ifPresent(header -> request.setHeader("Authorization", header));
      HttpClient plain = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
      try {
        var response = calls.on(plain).get().send(request.build(), BodyHandlers.ofString());
        return reply(
            response.statusCode(),
            response.headers().firstValue("Content-Type").orElse(""),
            response.body());
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    private HttpRequest.BodyPublisher publisher(String body, Ask ask) {
      return ask.repeatable()
          ? BodyPublishers.ofString(body)
          : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8)));
    }
  };

  /** What comes of it, with a client made for this one call. */
  abstract Reply call(BearerCalls calls, Ask ask) throws IOException;

  private static Reply reply(int status, String type, String body) {
    return new Reply(status, type, body, Optional.empty());
  }

  private static IOException asIo(@Nullable Throwable cause) {
    return cause instanceof IOException io ? io : new IOException(cause);
  }
}
