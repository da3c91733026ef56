package dev.partnerauth.testkit.journal;

import dev.partnerauth.app.App;
import dev.partnerauth.port.Time;
import dev.partnerauth.testkit.fault.RequestKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/**
 * What a sandbox was asked, and the sentences that check it: each throws an {@link
 * AssertionFailedError} that shows what came instead. Keeps the last requests only; a sentence
 * about more requests than are kept fails rather than guess. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Journal {

  /** How many requests are kept unless told otherwise. */
  public static final int STANDARD_SIZE = 10_000;

  private final int size;
  private final Deque<JournalEntry> entries = new ArrayDeque<>();
  private final AtomicLong requests = new AtomicLong();
  private long forgottenUpTo;

  /**
   * @param size how many requests are kept, 1 or more
   */
  public Journal(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("size is " + size + ". Use 1 or more.");
    }
    this.size = size;
  }

  /** For the platform: the number of the request that has come. */
  public long nextNumber() {
    return requests.incrementAndGet();
  }

  /** For the platform: adds what became of a request. */
  public synchronized void add(JournalEntry entry) {
    if (entries.size() == size) {
      forgottenUpTo = Math.max(forgottenUpTo, entries.removeFirst().number());
    }
    entries.addLast(entry);
    notifyAll();
  }

  /** Forgets all requests; numbers go on. */
  public synchronized void clear() {
    entries.clear();
    forgottenUpTo = 0;
  }

  /** What is kept, in the order of the answers. */
  public synchronized List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  /** Requests that no document foresees, such as those for an unknown path. */
  public List<JournalEntry> unexpected() {
    return entries().stream().filter(entry -> entry.kind() == RequestKind.OTHER).toList();
  }

  /** The requests that made this token, the oldest first. */
  public List<JournalEntry> historyOf(Lineage token) {
    return entries().stream()
        .filter(
            entry ->
                entry.answer().issued().filter(made -> token.comesFrom(made.number())).isPresent())
        .toList();
  }

  /** General access tokens were issued that often. */
  public void accessTokensIssued(Count count) {
    tokensIssued("access tokens issued", RequestKind.ACCESS_TOKEN, count);
  }

  /** Service tokens were issued that often. */
  public void serviceTokensIssued(Count count) {
    tokensIssued("service tokens issued", RequestKind.SERVICE_TOKEN, count);
  }

  /** Scoped access tokens were issued that often. */
  public void scopedAccessTokensIssued(Count count) {
    tokensIssued("scoped access tokens issued", RequestKind.SCOPED_ACCESS_TOKEN, count);
  }

  /** Requests of any kind came that often, whatever their answers. */
  public void requestsReceived(Count count) {
    verify(received(count));
  }

  private static Sentence received(Count count) {
    return new Sentence("requests received", count, entry -> true, entry -> true);
  }

  private void tokensIssued(String what, RequestKind kind, Count count) {
    verify(issued(what, kind, count));
  }

  private static Sentence issued(String what, RequestKind kind, Count count) {
    return new Sentence(
        what,
        count,
        entry -> entry.kind() == kind && entry.answer().issued().isPresent(),
        entry -> entry.kind() == kind);
  }

  /** No request carried a token after its end. */
  public void noExpiredTokenWasPresented() {
    verify(
        new Sentence(
            "expired tokens presented",
            Count.never(),
            entry ->
                entry
                    .answer()
                    .code()
                    .filter(code -> code.endsWith("access_token_expired"))
                    .isPresent(),
            entry -> entry.presented().isPresent()));
  }

  /** Every exchange of a service token was made with this app's credentials. */
  public void exchangesWereMadeBy(App app) {
    verify(
        new Sentence(
            "exchanges by another app than " + app.clientId(),
            Count.never(),
            entry ->
                entry.kind() == RequestKind.SCOPED_ACCESS_TOKEN
                    && !entry.app().equals(Optional.of(app.clientId())),
            entry -> entry.kind() == RequestKind.SCOPED_ACCESS_TOKEN));
  }

  /** Waits for that many requests of any kind, in real time; fails when they do not come. */
  public void requestsReceived(Count count, Duration within) throws InterruptedException {
    await(received(count), within);
  }

  /** Waits for that many access tokens, in real time; fails when they do not come. */
  public void accessTokensIssued(Count count, Duration within) throws InterruptedException {
    await(issued("access tokens issued", RequestKind.ACCESS_TOKEN, count), within);
  }

  /** Waits for that many service tokens, in real time; fails when they do not come. */
  public void serviceTokensIssued(Count count, Duration within) throws InterruptedException {
    await(issued("service tokens issued", RequestKind.SERVICE_TOKEN, count), within);
  }

  /** Waits for that many scoped access tokens, in real time; fails when they do not come. */
  public void scopedAccessTokensIssued(Count count, Duration within) throws InterruptedException {
    await(issued("scoped access tokens issued", RequestKind.SCOPED_ACCESS_TOKEN, count), within);
  }

  private synchronized void await(Sentence sentence, Duration within) throws InterruptedException {
    long begun = Time.system().nanos();
    long left = within.toMillis();
    while (left > 0 && !sentence.count().allows(seen(sentence.counted()))) {
      wait(left);
      left = within.minusNanos(Time.system().nanos() - begun).toMillis();
    }
    verify(sentence);
  }

  private synchronized long seen(Predicate<JournalEntry> counted) {
    return entries.stream().filter(counted).count();
  }

  /**
   * @param counted what the count is about
   * @param near what comes near to it, and is shown when the count is wrong
   */
  private record Sentence(
      String what, Count count, Predicate<JournalEntry> counted, Predicate<JournalEntry> near) {}

  private synchronized void verify(Sentence sentence) {
    if (forgottenUpTo > 0) {
      throw new AssertionFailedError(
          "The journal has forgotten the requests up to #"
              + forgottenUpTo
              + ", so nothing can be said of how often. Clear it before, or make it larger than "
              + size
              + ".");
    }
    long seen = seen(sentence.counted());
    if (!sentence.count().allows(seen)) {
      List<String> came =
          Stream.concat(
                  Stream.of(Count.told(seen)),
                  entries.stream().filter(sentence.near()).map(JournalEntry::describe))
              .toList();
      throw new AssertionFailedError(
          TwoColumns.of(List.of(sentence.what() + ": " + sentence.count()), came),
          sentence.count().toString(),
          Count.told(seen));
    }
  }
}
