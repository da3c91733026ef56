package dev.partnerauth.testkit.server;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The last requests and answers, for people to look at. Large ones are not kept. Thread-safe. */
public final class Exchanges {

  private static final int MOST = 500;
  private static final int LARGEST = 16 * 1024;

  private final AtomicReferenceArray<Exchange> latest = new AtomicReferenceArray<>(MOST);

  private record Exchange(long number, WireRequest request, WireAnswer answer) {}

  public Exchanges() {}

  void keep(long number, WireRequest request, WireAnswer answer) {
    if (request.size() + answer.body().length() <= LARGEST) {
      latest.set(slot(number), new Exchange(number, request, answer));
    }
  }

  private static int slot(long number) {
    return (int) (number % MOST);
  }

  private Optional<Exchange> find(long number) {
    return Optional.ofNullable(latest.get(slot(number)))
        .filter(exchange -> exchange.number() == number);
  }

  /** What was asked, without secrets and tokens. */
  public Optional<String> request(long number) {
    return find(number).map(Exchange::request).map(Redacted::request);
  }

  /** What was answered, without secrets and tokens. */
  public Optional<String> answer(long number) {
    return find(number).map(Exchange::answer).map(Redacted::answer);
  }

  public void clear() {
    for (int slot = 0; slot < MOST; slot++) {
      latest.set(slot, null);
    }
  }
}
