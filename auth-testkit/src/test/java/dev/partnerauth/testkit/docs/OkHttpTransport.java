package dev.partnerauth.testkit.docs;

import dev.partnerauth.failure.NetworkFault;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.http.transport.AnswerTooLargeException;
import dev.partnerauth.http.transport.HttpRequest;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.http.transport.NetworkFaultException;
import dev.partnerauth.http.transport.TransportTimeoutException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/** OkHttp behind the port. Trusts what the JVM trusts. Thread-safe; close it when done. */
final class OkHttpTransport implements HttpTransport {

  private final OkHttpClient client;
  private final Duration closeGrace;
  private final Map<Call, CompletableFuture<HttpResponse>> underWay = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private OkHttpTransport(OkHttpClient client, Duration closeGrace) {
    this.client = client;
    this.closeGrace = closeGrace;
  }

  static OkHttpTransport of(NetworkSettings settings) {
    int connections = settings.maxConnections();
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(connections);
    dispatcher.setMaxRequestsPerHost(connections);
    long idle = settings.idleLife().toMillis();
    OkHttpClient client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(connections, idle, TimeUnit.MILLISECONDS))
            .connectTimeout(settings.connectTimeout())
            .readTimeout(settings.responseTimeout())
            .writeTimeout(settings.responseTimeout())
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .addNetworkInterceptor(OkHttpTransport::hideStatus)
            .build();
    return new OkHttpTransport(client, settings.closeGrace());
  }

  /** OkHttp sends some requests again because of their status, and fails on a stray 407. */
  private static Response hideStatus(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    chain.request().tag(AtomicInteger.class).set(response.code());
    return response.newBuilder().code(200).build();
  }

  @Override
  public CompletionStage<HttpResponse> exchange(HttpRequest request) {
    CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
    Call call = client.newCall(outgoing(request));
    underWay.put(call, answer);
    var unused =
        answer
            .orTimeout(request.deadline().toNanos(), TimeUnit.NANOSECONDS)
            .whenComplete(
                (response, failure) -> {
                  underWay.remove(call);
                  if (failure != null) {
                    call.cancel();
                  }
                });
    if (closed) {
      answer.completeExceptionally(new NetworkFaultException(NetworkFault.CLIENT_CLOSED));
    } else {
      call.enqueue(completing(answer, request.largestAnswer()));
    }
    return answer.exceptionallyCompose(
        failure -> CompletableFuture.failedFuture(translated(failure)));
  }

  private static Request outgoing(HttpRequest request) {
    boolean bodiless = request.method().equals("GET") || request.method().equals("HEAD");
    Request.Builder builder =
        new Request.Builder()
            .url(request.uri().toString())
            .method(request.method(), bodiless ? null : RequestBody.create(request.body()))
            .header("Accept-Encoding", "identity") // or OkHttp would decompress
            .tag(AtomicInteger.class, new AtomicInteger());
    request.headers().forEach(builder::header);
    return builder.build();
  }

  private static Callback completing(CompletableFuture<HttpResponse> answer, int largest) {
    return new Callback() {
      @Override
      public void onResponse(Call call, Response response) {
        try (response) {
          answer.complete(received(call, response, largest));
        } catch (IOException e) {
          answer.completeExceptionally(e);
        }
      }

      @Override
      public void onFailure(Call call, IOException e) {
        answer.completeExceptionally(e);
      }
    };
  }

  private static HttpResponse received(Call call, Response response, int largest)
      throws IOException {
    BufferedSource body = response.body().source();
    if (body.request(largest + 1L)) {
      throw new AnswerTooLargeException(largest);
    }
    return new HttpResponse(
        call.request().tag(AtomicInteger.class).get(),
        response.headers().toMultimap(),
        body.readByteArray());
  }

  private static Throwable translated(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return new TransportTimeoutException(Phase.WHOLE_CALL);
    }
    if (failure instanceof SocketTimeoutException) {
      boolean connecting = String.valueOf(failure.getMessage()).contains("connect");
      return new TransportTimeoutException(connecting ? Phase.CONNECTING : Phase.AWAITING_RESPONSE);
    }
    boolean cutOff = String.valueOf(failure.getMessage()).contains("unexpected end of stream");
    if (cutOff) {
      return new NetworkFaultException(NetworkFault.ANSWER_CUT_OFF, failure);
    }
    return failure instanceof ProtocolException
        ? new NetworkFaultException(NetworkFault.NOT_HTTP, failure)
        : failure;
  }

  @Override
  public void close() {
    closed = true;
    try {
      CompletableFuture.allOf(underWay.values().toArray(CompletableFuture<?>[]::new))
          .get(closeGrace.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException someDidNotEndWell) {
      // Whoever waits for those is told below.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    underWay.forEach(
        (call, answer) ->
            answer.completeExceptionally(new NetworkFaultException(NetworkFault.CLIENT_CLOSED)));
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
