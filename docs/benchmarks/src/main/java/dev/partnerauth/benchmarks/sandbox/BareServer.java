package dev.partnerauth.benchmarks.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.AsyncServerBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.nio.support.BasicServerExchangeHandler;
import org.apache.hc.core5.http.protocol.HttpContext;

/** The HTTP library that the sandbox uses, as its makers set it up, and nothing else. */
final class BareServer implements AsyncServerRequestHandler<Message<HttpRequest, byte[]>> {

  private final byte[] answer = ConstantAnswer.json().getBytes(UTF_8);

  private BareServer() {}

  public static void main(String[] arguments) throws Exception {
    BareServer handler = new BareServer();
    HttpAsyncServer server =
        AsyncServerBootstrap.bootstrap()
            .setRequestRouter((request, context) -> () -> new BasicServerExchangeHandler<>(handler))
            .create();
    server.start();
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Serving.at(
        ((InetSocketAddress) server.listen(anyPort, URIScheme.HTTP).get().getAddress()).getPort());
  }

  @Override
  public AsyncRequestConsumer<Message<HttpRequest, byte[]>> prepare(
      HttpRequest request, EntityDetails entity, HttpContext context) {
    return new BasicRequestConsumer<>(new BasicAsyncEntityConsumer());
  }

  @Override
  public void handle(
      Message<HttpRequest, byte[]> message, ResponseTrigger trigger, HttpContext context)
      throws HttpException, IOException {
    trigger.submitResponse(
        AsyncResponseBuilder.create(200).setEntity(answer, ContentType.APPLICATION_JSON).build(),
        context);
  }
}
