package dev.partnerauth.testkit.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The last requests and answers, for people to look at. Large ones are not kept. Thread-safe. */
public final class Exchanges {

  private static final int MOST = 500;
  private static final int LARGEST = 16 * 1024;

  private final Map<Long, Exchange> byNumber =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Exchange> eldest) {
          return size() > MOST;
        }
      };

  private record Exchange(WireRequest request, WireAnswer answer) {}

  public Exchanges() {}

  synchronized void keep(long number, WireRequest request, WireAnswer answer) {
    if (request.body().length() + answer.body().length() <= LARGEST) {
      byNumber.put(number, new Exchange(request, answer));
    }
  }

  private synchronized Optional<Exchange> find(long number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /** What was asked, without secrets and tokens. */
  public Optional<String> request(long number) {
    return find(number).map(Exchange::request).map(Redacted::request);
  }

  /** What was answered, without secrets and tokens. */
  public Optional<String> answer(long number) {
    return find(number).map(Exchange::answer).map(Redacted::answer);
  }

  public synchronized void clear() {
    byNumber.clear();
  }
}
