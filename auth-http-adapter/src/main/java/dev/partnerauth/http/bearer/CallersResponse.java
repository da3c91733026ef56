package dev.partnerauth.http.bearer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** An answer with the caller's own request, since the one that was sent has the token. */
final class CallersResponse<T> implements HttpResponse<T> {

  private final HttpRequest request;
  private final HttpResponse<Peeked<T>> answer;
  private final @Nullable T body;

  CallersResponse(HttpRequest request, HttpResponse<Peeked<T>> answer, @Nullable T body) {
    this.request = request;
    this.answer = answer;
    this.body = body;
  }

  static <T> HttpResponse<T> of(HttpRequest request, HttpResponse<Peeked<T>> answer) {
    return new CallersResponse<>(
        request, answer, answer.body() instanceof Peeked.Passed<T> passed ? passed.body() : null);
  }

  @Override
  public int statusCode() {
    return answer.statusCode();
  }

  @Override
  public HttpRequest request() {
    return request;
  }

  @Override
  public Optional<HttpResponse<T>> previousResponse() {
    return answer.previousResponse().map(previous -> of(request, previous));
  }

  @Override
  public HttpHeaders headers() {
    return answer.headers();
  }

  @Override
  public @Nullable T body() {
    return body;
  }

  @Override
  public Optional<SSLSession> sslSession() {
    return answer.sslSession();
  }

  @Override
  public URI uri() {
    return answer.uri();
  }

  @Override
  public HttpClient.Version version() {
    return answer.version();
  }

  @Override
  public String toString() {
    return answer.toString();
  }
}
