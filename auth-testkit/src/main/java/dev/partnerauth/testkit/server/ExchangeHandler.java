package dev.partnerauth.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.testkit.fault.BrokenConnection;
import dev.partnerauth.testkit.fault.Planned;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
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
record ExchangeHandler(IntFunction<Optional<Site>> sites, Connections connections)
    implements AsyncServerRequestHandler<Message<HttpRequest, byte[]>> {

  /** RFC 9110 section 5.6.7. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public AsyncRequestConsumer<Message<HttpRequest, byte[]>> prepare(
      HttpRequest request, EntityDetails entity, HttpContext context) {
    return new BasicRequestConsumer<>(
        entity == null ? null : new BoundedBody(WireRequest.LARGEST_BODY));
  }

  @Override
  public void handle(
      Message<HttpRequest, byte[]> message, ResponseTrigger trigger, HttpContext context)
      throws HttpException, IOException {
    EndpointDetails connection = HttpCoreContext.cast(context).getEndpointDetails();
    Optional<Site> site = sites.apply(((InetSocketAddress) connection.getLocalAddress()).getPort());
    if (site.isEmpty()) {
      connections.from(connection.getRemoteAddress()).ifPresent(open -> open.close());
      return;
    }
    WireAnswer answer = site.get().answer(request(message));
    if (answer.planned().isEmpty()) {
      trigger.submitResponse(response(answer, site.get().now()), context);
      return;
    }
    Planned planned = answer.planned().get();
    Runnable delivery =
        () ->
            deliver(
                answer,
                planned,
                new Delivery(
                    site.get(),
                    () -> submit(trigger, response(answer, site.get().now()), context),
                    connection));
    if (planned.delay().equals(Duration.ZERO)) {
      delivery.run();
    } else {
      site.get().delays().after(planned.delay(), delivery);
    }
  }

  private record Delivery(Site site, Runnable asEver, EndpointDetails connection) {}

  private void deliver(WireAnswer answer, Planned planned, Delivery delivery) {
    if (planned.fault() == BrokenConnection.STALL) {
      return;
    }
    boolean raw = planned.trickling() || planned.fault() instanceof BrokenConnection;
    if (!raw) {
      delivery.asEver().run();
      return;
    }
    connections
        .from(delivery.connection().getRemoteAddress())
        .map(open -> new RawAnswers(open, delivery.site().delays()))
        .ifPresent(
            answers -> {
              if (planned.fault() instanceof BrokenConnection broken) {
                broken(answers, broken, answer);
              } else {
                answers.trickle(answer);
              }
            });
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

  private static WireRequest request(Message<HttpRequest, byte[]> message) {
    HttpRequest request = message.getHead();
    String target = Optional.ofNullable(request.getPath()).orElse("/");
    byte[] body = Optional.ofNullable(message.getBody()).orElse(new byte[0]);
    Map<String, String> headers = new HashMap<>();
    for (Header header : request.getHeaders()) {
      headers.putIfAbsent(
          header.getName().toLowerCase(Locale.ROOT),
          Optional.ofNullable(header.getValue()).orElse(""));
    }
    return new WireRequest(
        request.getMethod(),
        Targets.path(target),
        Targets.query(target),
        headers,
        new String(body, UTF_8),
        body.length > WireRequest.LARGEST_BODY);
  }

  private static AsyncResponseProducer response(WireAnswer answer, Instant now) {
    AsyncResponseBuilder response =
        AsyncResponseBuilder.create(answer.status()).setHeader("Date", HTTP_DATE.format(now));
    // A 204 with a body, be it empty, is no HTTP: the client would wait for it.
    if (!answer.body().isEmpty()) {
      response.setEntity(answer.octets(), ContentType.parse(answer.contentType()));
    }
    answer.headers().forEach(response::setHeader);
    return response.build();
  }

  private static void submit(
      ResponseTrigger trigger, AsyncResponseProducer response, HttpContext context) {
    try {
      trigger.submitResponse(response, context);
    } catch (HttpException | IOException theClientIsGone) {
      // Nobody waits for the answer any longer.
    }
  }
}
