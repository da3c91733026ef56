package dev.partnerauth.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** By HttpClient 5 with blocking sockets. */
record ClassicByHand(CloseableHttpClient client, List<Prepared> requests) implements Flow {

  static ClassicByHand of(URI base) {
    return new ClassicByHand(
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(20)
                    .setMaxConnPerRoute(20)
                    .build())
            .disableRedirectHandling()
            .build(),
        Prepared.flow(base));
  }

  @Override
  public String run() throws IOException {
    String token = "";
    for (Prepared request : requests) {
      token = token(request);
    }
    return token;
  }

  private String token(Prepared request) throws IOException {
    HttpPost post = new HttpPost(request.uri());
    request.headers().forEach(post::addHeader);
    post.setEntity(new StringEntity(request.body(), ContentType.APPLICATION_JSON));
    return client.execute(
        post,
        response -> request.token(response.getCode(), EntityUtils.toString(response.getEntity())));
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
