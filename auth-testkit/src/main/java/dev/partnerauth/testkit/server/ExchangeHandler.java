package dev.partnerauth.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Between HTTP and the routes. */
record ExchangeHandler(PlatformRoutes routes)
    implements AsyncServerRequestHandler<Message<HttpRequest, byte[]>> {

  /** Many times what the API is ever sent. */
  private static final int LARGEST_BODY = 64 * 1024;

  @Override
  public AsyncRequestConsumer<Message<HttpRequest, byte[]>> prepare(
      HttpRequest request, EntityDetails entity, HttpContext context) {
    return new BasicRequestConsumer<>(entity == null ? null : new BoundedBody(LARGEST_BODY));
  }

  @Override
  public void handle(
      Message<HttpRequest, byte[]> message, ResponseTrigger trigger, HttpContext context)
      throws HttpException, IOException {
    HttpRequest request = message.getHead();
    byte[] body = Optional.ofNullable(message.getBody()).orElse(new byte[0]);
    WireAnswer answer =
        body.length > LARGEST_BODY
            ? WireAnswer.problem(
                413, "Content too large", "Send at most " + LARGEST_BODY + " bytes.")
            : routes.answer(
                request.getMethod(),
                path(request),
                authorization(request),
                new String(body, UTF_8));
    trigger.submitResponse(
        AsyncResponseBuilder.create(answer.status())
            .setEntity(
                answer.body().toString(),
                ContentType.parse(answer.contentType()).withCharset(UTF_8))
            .build(),
        context);
  }

  private static String path(HttpRequest request) {
    String path = Optional.ofNullable(request.getPath()).orElse("/");
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  private static Optional<String> authorization(HttpRequest request) {
    return Optional.ofNullable(request.getFirstHeader("Authorization")).map(Header::getValue);
  }
}
