package dev.partnerauth.cache.redis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What we read from Redis and write there. */
final class Records {

  /** How many rejections are kept for nodes that were cut off. */
  static final int REJECTIONS = 10_000;

  /** How many of them are read at a time. */
  static final int PAGE = 1_000;

  private static final Duration PROBE = Duration.ofSeconds(10);

  private final RedisNames names;
  private final RedisSettings settings;
  private final KeyRing keys;

  Records(RedisNames names, RedisSettings settings, KeyRing keys) {
    this.names = names;
    this.settings = settings;
    this.keys = keys;
  }

  /** What a look at an entry came to. */
  sealed interface Look {

    /** The mark of an entry that is not there. */
    String NOTHING = "none";

    /** There is nothing but what was seen, and the lease was taken. */
    record Leased() implements Look {}

    /** There is nothing but what was seen, and another node holds the lease. */
    record Awaited() implements Look {}

    /**
     * There is something.
     *
     * @param mark tells it apart from others; any bytes, one for each character
     * @param left of its time to live; negative when it has none
     */
    record Present(String mark, ByteBuffer entry, Duration left) implements Look {}
  }

  CompletionStage<Look> look(Session session, String name, String seen, String holder) {
    return session
        .run(
            Script.LOOK,
            List.of(names.entry(name), names.lease(name)),
            seen.getBytes(ISO_8859_1),
            bytes(holder),
            bytes(settings.lease().toMillis()),
            bytes(EntryCodec.MAXIMUM_BYTES))
        .thenApply(Records::look);
  }

  private static Look look(List<Object> answer) {
    if (answer.size() > 2) {
      return new Look.Present(
          new String((byte[]) answer.get(0), ISO_8859_1),
          ByteBuffer.wrap((byte[]) answer.get(2)),
          Duration.ofMillis((Long) answer.get(3)));
    }
    return (Long) answer.get(1) == 1 ? new Look.Leased() : new Look.Awaited();
  }

  /** Answers whether it was rejected, and so not written. */
  CompletionStage<Boolean> share(
      Session session, Rejection ifNotRejected, byte[] entry, Duration timeToLive, String holder) {
    return session
        .run(
            Script.SHARE,
            List.of(
                names.entry(ifNotRejected.name()),
                names.lease(ifNotRejected.name()),
                names.tombstone(ifNotRejected.token())),
            entry,
            bytes(timeToLive.toMillis()),
            bytes(holder))
        .thenApply(answer -> (Long) answer.get(0) == 1);
  }

  CompletionStage<?> release(Session session, String name, String holder) {
    return session.run(Script.RELEASE, List.of(names.lease(name)), bytes(holder));
  }

  CompletionStage<Boolean> isRejected(Session session, String token) {
    return session
        .run(Script.IS_REJECTED, List.of(names.tombstone(token)))
        .thenApply(answer -> (Long) answer.get(0) == 1);
  }

  CompletionStage<?> reject(Session session, Rejection rejection, Duration life) {
    return session.run(
        Script.REJECT,
        List.of(
            names.entry(rejection.name()), names.tombstone(rejection.token()), names.rejections()),
        bytes(rejection.token()),
        bytes(life.toMillis()),
        bytes(names.channel()),
        rejection.signed(keys),
        bytes(RedisSettings.LONGEST_MEMORY.toMillis()),
        bytes(REJECTIONS));
  }

  /**
   * Some of the rejections.
   *
   * @param messages signed, if nodes wrote them
   */
  record Page(List<byte[]> messages, boolean isLast) {}

  /** Those of the longest life first. However many there are, the pages end. */
  CompletionStage<Page> rejections(Session session, int page) {
    long first = (long) page * PAGE;
    return session
        .run(
            Script.REJECTIONS,
            List.of(names.rejections()),
            bytes(first),
            bytes(first + PAGE - 1),
            bytes(Rejection.LENGTH),
            bytes(RedisSettings.LONGEST_MEMORY.toMillis()),
            bytes(REJECTIONS))
        .thenApply(
            answer ->
                new Page(
                    answer.stream().skip(1).map(byte[].class::cast).toList(),
                    (Long) answer.get(0) < PAGE || first + PAGE >= REJECTIONS));
  }

  CompletionStage<?> probe(Session session) {
    return session.run(Script.PROBE, List.of(names.probe()), bytes(PROBE.toMillis()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] bytes(long number) {
    return Long.toString(number).getBytes(US_ASCII);
  }
}
