package dev.partnerauth.cache.redis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** What nodes ask of Redis, over one connection. Each command is one script. */
final class RedisCommands {

  /** How many rejections are kept for nodes that were cut off. */
  static final int REJECTIONS = 10_000;

  /** How many of them are read at a time. */
  static final int PAGE = 1_000;

  private static final Duration PROBE = Duration.ofSeconds(10);

  private final RedisConnection connection;
  private final RedisNames names;
  private final Duration lease;

  RedisCommands(RedisConnection connection, RedisNames names, Duration lease) {
    this.connection = connection;
    this.names = names;
    this.lease = lease;
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
     * @param entry empty when it is too long, or of another type
     * @param left of its time to live; negative when it has none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Present(String mark, byte[] entry, Duration left) implements Look {}
  }

  CompletionStage<Look> look(String name, String seen, String holder) {
    return run(
            Script.LOOK,
            List.of(names.entry(name), names.lease(name)),
            seen.getBytes(ISO_8859_1),
            holder,
            lease.toMillis(),
            EntryCodec.MAXIMUM_BYTES)
        .thenApply(
            answer -> {
              if (answer.size() > 2) {
                return new Look.Present(
                    new String((byte[]) answer.get(0), ISO_8859_1),
                    (byte[]) answer.get(2),
                    Duration.ofMillis((Long) answer.get(3)));
              }
              return (Long) answer.get(1) == 1 ? new Look.Leased() : new Look.Awaited();
            });
  }

  /** Answers whether the token was rejected, and its entry so not written. */
  CompletionStage<Boolean> share(
      Rejection ifNotRejected, byte[] entry, Duration timeToLive, String holder) {
    return run(
            Script.SHARE,
            List.of(
                names.entry(ifNotRejected.name()),
                names.lease(ifNotRejected.name()),
                names.tombstone(ifNotRejected.token())),
            entry,
            timeToLive.toMillis(),
            holder)
        .thenApply(answer -> (Long) answer.get(0) == 1);
  }

  CompletionStage<Void> release(String name, String holder) {
    return run(Script.RELEASE, List.of(names.lease(name)), holder).thenAccept(released -> {});
  }

  CompletionStage<Boolean> isRejected(String token) {
    return run(Script.IS_REJECTED, List.of(names.tombstone(token)))
        .thenApply(answer -> (Long) answer.get(0) == 1);
  }

  /**
   * @param message the rejection, signed
   */
  CompletionStage<?> reject(Rejection rejection, byte[] message, Duration life) {
    return run(
        Script.REJECT,
        List.of(
            names.entry(rejection.name()), names.tombstone(rejection.token()), names.rejections()),
        rejection.token(),
        life.toMillis(),
        names.channel(),
        message,
        RedisSettings.LONGEST_MEMORY.toMillis(),
        REJECTIONS);
  }

  /**
   * Some of the rejections.
   *
   * @param messages signed, if nodes wrote them
   */
  record Page(List<byte[]> messages, boolean isLast) {}

  /** Those of the longest life first. However many there are, the pages end. */
  CompletionStage<Page> rejections(int page) {
    int first = page * PAGE;
    return run(
            Script.REJECTIONS,
            List.of(names.rejections()),
            first,
            first + PAGE - 1,
            Rejection.LENGTH,
            RedisSettings.LONGEST_MEMORY.toMillis(),
            REJECTIONS)
        .thenApply(
            answer ->
                new Page(
                    answer.stream().skip(1).map(byte[].class::cast).toList(),
                    (Long) answer.get(0) < PAGE || first + PAGE >= REJECTIONS));
  }

  CompletionStage<?> probe() {
    return run(Script.PROBE, List.of(names.probe()), PROBE.toMillis());
  }

  /**
   * @param arguments bytes as they are; texts and numbers as text
   */
  private CompletionStage<List<Object>> run(Script script, List<String> keys, Object... arguments) {
    byte[][] encoded =
        Stream.of(arguments)
            .map(one -> one instanceof byte[] bytes ? bytes : one.toString().getBytes(UTF_8))
            .toArray(byte[][]::new);
    return connection.run(script, keys, encoded);
  }
}
