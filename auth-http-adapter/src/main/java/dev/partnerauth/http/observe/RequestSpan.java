package dev.partnerauth.http.observe;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import dev.partnerauth.http.transport.HttpRequest;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.net.URI;

/** A span by the semantic conventions for HTTP clients. */
final class RequestSpan {

  private static final AttributeKey<String> METHOD = stringKey("http.request.method");
  private static final AttributeKey<Long> RESEND_COUNT = longKey("http.request.resend_count");
  private static final AttributeKey<Long> STATUS = longKey("http.response.status_code");
  private static final AttributeKey<String> SERVER = stringKey("server.address");
  private static final AttributeKey<Long> PORT = longKey("server.port");
  private static final AttributeKey<String> URL = stringKey("url.full");
  private static final AttributeKey<String> TEMPLATE = stringKey("url.template");
  private static final AttributeKey<String> ERROR = stringKey("error.type");

  private RequestSpan() {}

  /** The endpoints are two, and their paths hold nothing that varies: each is its own template. */
  static Span begun(Tracer tracer, HttpRequest request, Context parent) {
    URI uri = request.uri();
    SpanBuilder span =
        tracer
            .spanBuilder(request.method() + " " + uri.getRawPath())
            .setSpanKind(SpanKind.CLIENT)
            .setParent(parent)
            .setAttribute(METHOD, request.method())
            .setAttribute(SERVER, uri.getHost())
            .setAttribute(PORT, (long) port(uri))
            .setAttribute(URL, withoutSecrets(uri))
            .setAttribute(TEMPLATE, uri.getRawPath());
    if (request.resendCount() > 0) {
      span.setAttribute(RESEND_COUNT, (long) request.resendCount());
    }
    return span.startSpan();
  }

  static void answered(Span span, int status) {
    span.setAttribute(STATUS, (long) status);
    if (status >= 400) {
      error(span, Integer.toString(status));
    }
    span.end();
  }

  /** Without the exception's message, which may quote what was sent. */
  static void failed(Span span, Throwable failure) {
    error(span, failure.getClass().getName());
    span.end();
  }

  private static void error(Span span, String type) {
    span.setAttribute(ERROR, type).setStatus(StatusCode.ERROR);
  }

  private static String withoutSecrets(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath();
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
