package dev.partnerauth.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;

/** By HttpClient 5, asynchronous; the caller waits for the future and reads the answer itself. */
record AsyncByHand(CloseableHttpAsyncClient client, List<Prepared> requests) implements Flow {

  static AsyncByHand of(URI base) {
    CloseableHttpAsyncClient client =
        HttpAsyncClients.custom()
            .setConnectionManager(
                PoolingAsyncClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(20)
                    .setMaxConnPerRoute(20)
                    .build())
            .disableRedirectHandling()
            .build();
    client.start();
    return new AsyncByHand(client, Prepared.flow(base));
  }

  @Override
  public String run() throws Exception {
    String token = "";
    for (Prepared request : requests) {
      token = token(request);
    }
    return token;
  }

  private String token(Prepared request) throws Exception {
    SimpleRequestBuilder builder =
        SimpleRequestBuilder.post(request.uri())
            .setBody(request.body(), ContentType.APPLICATION_JSON);
    request.headers().forEach(builder::setHeader);
    SimpleHttpRequest post = builder.build();
    SimpleHttpResponse response = client.execute(post, null).get();
    return request.token(response.getCode(), response.getBodyText());
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
