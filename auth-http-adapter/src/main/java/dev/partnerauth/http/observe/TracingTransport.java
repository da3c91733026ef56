package dev.partnerauth.http.observe;

import dev.partnerauth.http.async.Causes;
import dev.partnerauth.http.transport.HttpRequest;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Delays;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Makes an OpenTelemetry span of every token request that another transport sends, as the semantic
 * conventions for HTTP clients have it. Its parent is what is current when the exchange begins; the
 * span itself is current while the other transport begins to send.
 *
 * <p>No header is added: the platform belongs to others, to whom a partner's trace ids and baggage
 * say nothing. Whoever agreed on them with the platform adds them in the transport that is wrapped.
 *
 * <p>Thread-safe. Closing it closes the other transport.
 *
 * @since 0.1.0
 */
public final class TracingTransport implements HttpTransport {

  private final HttpTransport transport;
  private final Tracer tracer;

  private TracingTransport(HttpTransport transport, Tracer tracer) {
    this.transport = transport;
    this.tracer = tracer;
  }

  public static TracingTransport of(HttpTransport transport, OpenTelemetry telemetry) {
    return new TracingTransport(transport, telemetry.getTracer("dev.partnerauth.http"));
  }

  /**
   * A runtime whose executor and timer keep the current context: without it, the second request of
   * a call has lost its parent.
   */
  public static AuthRuntime keepingContext(AuthRuntime runtime) {
    Delays delays = runtime.delays();
    return runtime
        .runningOn(Context.taskWrapping(runtime.executor()))
        .delayedBy((wait, task) -> delays.after(wait, Context.current().wrap(task)));
  }

  @Override
  public CompletionStage<HttpResponse> exchange(HttpRequest request) {
    Context parent = Context.current();
    Span span = RequestSpan.begun(tracer, request, parent);
    CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
    sent(request, span, parent)
        .whenComplete(
            (response, failure) -> {
              end(span, response, failure);
              // What follows is handed to an executor by this thread, which may be the client's own
              // and then knows no context.
              parent.wrap(() -> complete(answer, response, failure)).run();
            });
    return answer;
  }

  private CompletionStage<HttpResponse> sent(HttpRequest request, Span span, Context parent) {
    try {
      return parent.with(span).wrapSupplier(() -> transport.exchange(request)).get();
    } catch (RuntimeException bug) {
      return CompletableFuture.failedFuture(bug);
    }
  }

  private static void end(Span span, @Nullable HttpResponse response, @Nullable Throwable failure) {
    if (response != null) {
      RequestSpan.answered(span, response.status());
    } else if (failure != null) {
      RequestSpan.failed(span, Causes.of(failure));
    }
  }

  private static void complete(
      CompletableFuture<HttpResponse> answer,
      @Nullable HttpResponse response,
      @Nullable Throwable failure) {
    if (failure == null) {
      answer.complete(response);
    } else {
      answer.completeExceptionally(failure);
    }
  }

  @Override
  public List<String> loggersThatPrintSecrets() {
    return transport.loggersThatPrintSecrets();
  }

  @Override
  public void close() {
    transport.close();
  }
}
