package dev.partnerauth.benchmarks.scenario;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.AccessToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Threads that read a token again and again, a short pause between two reads. What each saw is
 * known when all have ended.
 */
final class Readers {

  /** A read that takes longer is one that a caller would notice. */
  static final Duration SLOW = Duration.ofMillis(50);

  static final Duration BIN = Duration.ofMillis(100);

  private static final Duration PAUSE = Duration.ofMillis(1);

  /**
   * One read.
   *
   * @param atNanos when it began
   * @param token what came of it, if anything did
   * @param expired whether that was past its expiry
   */
  record Read(long atNanos, long tookNanos, Optional<AccessToken> token, boolean expired) {

    boolean failed() {
      return token.isEmpty();
    }

    boolean isSlow() {
      return tookNanos > SLOW.toNanos();
    }

    long endNanos() {
      return atNanos + tookNanos;
    }
  }

  private final List<Reader> readers = new ArrayList<>();

  private Readers() {}

  /** Begins at once, and ends by itself. */
  static Readers start(
      int count, Duration time, Supplier<Either<AuthFailure, AccessToken>> source) {
    Readers readers = new Readers();
    long endNanos = System.nanoTime() + time.toNanos();
    for (int i = 0; i < count; i++) {
      readers.readers.add(new Reader(endNanos, source));
    }
    readers.readers.forEach(Thread::start);
    return readers;
  }

  /** Waits for the end. */
  Readers join() throws InterruptedException {
    for (Reader reader : readers) {
      reader.join();
    }
    return this;
  }

  /** In no particular order. */
  List<Read> reads() {
    return readers.stream().flatMap(reader -> reader.reads.stream()).toList();
  }

  /** How many different tokens were seen. */
  long tokens() {
    return reads().stream().flatMap(read -> read.token().stream()).distinct().count();
  }

  /** The first read of each is slow by right: there is no token yet. */
  List<Read> readsAfterTheFirst() {
    return readers.stream()
        .flatMap(reader -> reader.reads.subList(1, reader.reads.size()).stream())
        .toList();
  }

  private static final class Reader extends Thread {

    private final long endNanos;
    private final Supplier<Either<AuthFailure, AccessToken>> source;
    private final List<Read> reads = new ArrayList<>();

    Reader(long endNanos, Supplier<Either<AuthFailure, AccessToken>> source) {
      super("reader");
      this.endNanos = endNanos;
      this.source = source;
    }

    @Override
    public void run() {
      while (System.nanoTime() - endNanos < 0) {
        long begun = System.nanoTime();
        Either<AuthFailure, AccessToken> outcome = source.get();
        long took = System.nanoTime() - begun;
        Optional<AccessToken> token = outcome.toJavaOptional();
        boolean expired = token.filter(live -> live.isExpiredAt(Instant.now())).isPresent();
        reads.add(new Read(begun, took, token, expired));
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
