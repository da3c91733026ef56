package dev.partnerauth.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.testkit.fault.BrokenConnection;
import dev.partnerauth.testkit.fault.Planned;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncResponseProducer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** Between HTTP and the platforms. */
record ExchangeHandler(
    IntFunction<Optional<Site>> sites, Connections connections, BooleanSupplier stopping)
    implements AsyncServerRequestHandler<Message<HttpRequest, byte[]>> {

  @Override
  public AsyncRequestConsumer<Message<HttpRequest, byte[]>> prepare(
      HttpRequest request, EntityDetails entity, HttpContext context) {
    return new BasicRequestConsumer<>(
        entity == null ? null : new BoundedBody(WireRequest.LARGEST_BODY));
  }

  @Override
  public void handle(
      Message<HttpRequest, byte[]> message, ResponseTrigger trigger, HttpContext context) {
    EndpointDetails details = HttpCoreContext.cast(context).getEndpointDetails();
    // A client that is gone already needs no answer.
    connections
        .between(details)
        .ifPresent(
            connection ->
                sites
                    .apply(connection.port())
                    .ifPresentOrElse(
                        site ->
                            answer(
                                site,
                                request(message, details),
                                new Delivery(site, connection, trigger, context)),
                        connection.session()::close));
  }

  private record Delivery(
      Site site, Connection connection, ResponseTrigger trigger, HttpContext context) {}

  private void answer(Site site, WireRequest request, Delivery delivery) {
    delivery.connection().asked();
    if (request.tellsItsLengthTwice()) {
      new RawAnswers(delivery.connection().session())
          .instead(
              WireAnswer.problem(
                  400, "Bad request", "Send Content-Length or Transfer-Encoding, not both."));
      return;
    }
    WireAnswer answer = site.answer(request);
    Duration delay = answer.planned().map(Planned::delay).orElse(Duration.ZERO);
    if (delay.isZero()) {
      deliver(answer, delivery);
    } else {
      site.delays().after(delay, () -> deliver(answer, delivery));
    }
  }

  private void deliver(WireAnswer answer, Delivery delivery) {
    RawAnswers raw = new RawAnswers(delivery.connection().session());
    if (answer.planned().isPresent()
        && answer.planned().get().fault() instanceof BrokenConnection broken) {
      broken(raw, broken, answer);
    } else if (answer.planned().filter(Planned::trickling).isPresent()) {
      raw.trickle(answer, delivery.site().delays());
    } else {
      submit(answer, delivery);
    }
  }

  private void submit(WireAnswer answer, Delivery delivery) {
    try {
      delivery.trigger().submitResponse(response(answer, delivery), delivery.context());
      delivery.connection().answered();
    } catch (HttpException | IOException theClientIsGone) {
      // Nobody waits for the answer any longer.
    }
  }

  private static void broken(RawAnswers answers, BrokenConnection broken, WireAnswer answer) {
    switch (broken) {
      case RESET -> answers.reset();
      case EMPTY_ANSWER -> answers.close();
      case GARBAGE -> answers.garbage();
      case CLOSED_IN_MID_BODY -> answers.half(answer);
      case STALL -> {}
    }
  }

  private static WireRequest request(
      Message<HttpRequest, byte[]> message, EndpointDetails connection) {
    HttpRequest request = message.getHead();
    String target = Optional.ofNullable(request.getPath()).orElse("/");
    byte[] body = Optional.ofNullable(message.getBody()).orElse(new byte[0]);
    return new WireRequest(
        request.getMethod(),
        Targets.path(target),
        Targets.query(target),
        List.of(request.getHeaders()),
        ((InetSocketAddress) connection.getLocalAddress()).getAddress().isLoopbackAddress(),
        new String(body, UTF_8),
        body.length > WireRequest.LARGEST_BODY);
  }

  private AsyncResponseProducer response(WireAnswer answer, Delivery delivery) {
    AsyncResponseBuilder response =
        AsyncResponseBuilder.create(answer.status()).setHeader("Date", delivery.site().date());
    if (stopping.getAsBoolean()) {
      response.setHeader("Connection", "close");
    }
    // A 204 with a body, be it empty, is no HTTP: the client would wait for it.
    if (!answer.body().isEmpty()) {
      response.setEntity(answer.octets(), ContentType.create(answer.mediaType(), UTF_8));
    }
    answer.headers().forEach(response::setHeader);
    return response.build();
  }
}
