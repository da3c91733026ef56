package dev.partnerauth.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.http.transport.HttpRequest;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.http.transport.HttpTransport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers every request with the same words and remembers what it was asked. */
final class ScriptedTransport implements HttpTransport {

  private final List<HttpRequest> requests = new ArrayList<>();
  private final CompletableFuture<HttpResponse> answer;
  private boolean closed;

  private ScriptedTransport(CompletableFuture<HttpResponse> answer) {
    this.answer = answer;
  }

  static ScriptedTransport answering(int status, String body) {
    return answering(status, Map.of(), body);
  }

  static ScriptedTransport answering(int status, Map<String, String> headers, String body) {
    Map<String, List<String>> lists = new HashMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return new ScriptedTransport(
        CompletableFuture.completedFuture(new HttpResponse(status, lists, body.getBytes(UTF_8))));
  }

  static ScriptedTransport failing(IOException failure) {
    return new ScriptedTransport(CompletableFuture.failedFuture(failure));
  }

  /** One that is answered, or not, by the test itself. */
  static ScriptedTransport promising(CompletableFuture<HttpResponse> answer) {
    return new ScriptedTransport(answer);
  }

  @Override
  public CompletionStage<HttpResponse> exchange(HttpRequest request) {
    requests.add(request);
    return answer;
  }

  HttpRequest onlyRequest() {
    if (requests.size() != 1) {
      throw new AssertionError("one request was expected, not " + requests);
    }
    return requests.get(0);
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }
}
