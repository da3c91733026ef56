package dev.partnerauth.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** By the JDK's client, whose pool has no limit; HTTP/1.1 asked for, as plain http wants it. */
record JdkByHand(HttpClient client, List<Prepared> requests) implements Flow {

  static JdkByHand of(URI base) {
    return new JdkByHand(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build(),
        Prepared.flow(base));
  }

  @Override
  public String run() throws IOException, InterruptedException {
    String token = "";
    for (Prepared request : requests) {
      token = token(request);
    }
    return token;
  }

  private String token(Prepared request) throws IOException, InterruptedException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri())
            .POST(HttpRequest.BodyPublishers.ofString(request.body()));
    request.headers().forEach(builder::setHeader);
    HttpResponse<String> response =
        client.send(builder.build(), HttpResponse.BodyHandlers.ofString());
    return request.token(response.statusCode(), response.body());
  }

  @Override
  public void close() {}
}
