package dev.partnerauth.cache.histories;

import dev.partnerauth.cache.CacheSettings;
import dev.partnerauth.refresh.Cooldown;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What does not change during a history.
 *
 * @param lanes which lane each key belongs to, see {@link World}
 * @param settings of the cache
 * @param shared whether other nodes have a part in it
 * @param failing how many of a hundred requests fail while the weather is mixed
 * @param slow how many of a hundred requests take their time
 * @param lifetimes from which those of tokens are drawn
 */
record Setup(
    List<Integer> lanes,
    CacheSettings settings,
    boolean shared,
    int failing,
    int slow,
    List<Duration> lifetimes) {

  static final int LANES = 3;

  /** More keys than requests that go out at first. */
  static final int CROWD = 24;

  private static final List<CacheSettings> SETTINGS =
      List.of(
          CacheSettings.standard(),
          CacheSettings.standard(),
          CacheSettings.standard().flightLimit(Duration.ofSeconds(10)),
          CacheSettings.standard()
              .cooldown(Cooldown.between(Duration.ofSeconds(1), Duration.ofSeconds(5))));

  private static final List<List<Duration>> LIFETIMES =
      List.of(
          List.of(Duration.ofSeconds(2), Duration.ofSeconds(20)),
          List.of(Duration.ofMinutes(1), Duration.ofMinutes(10)),
          List.of(Duration.ofHours(10)),
          List.of(
              Duration.ofSeconds(2),
              Duration.ofSeconds(20),
              Duration.ofMinutes(1),
              Duration.ofMinutes(10),
              Duration.ofHours(1),
              Duration.ofHours(10)));

  static Setup drawn(Draws draws) {
    boolean crowded = draws.happens(10);
    return new Setup(
        crowded ? crowd() : few(draws),
        draws.of(SETTINGS),
        draws.happens(40),
        draws.of(List.of(5, 30, 60, 90)),
        crowded ? 90 : draws.of(List.of(20, 50, 90)),
        draws.of(LIFETIMES));
  }

  private static List<Integer> few(Draws draws) {
    return IntStream.rangeClosed(0, draws.below(4)).mapToObj(key -> draws.below(LANES)).toList();
  }

  /** Nearly all of them ask in one lane. */
  private static List<Integer> crowd() {
    return IntStream.range(0, CROWD).mapToObj(key -> key % 8 == 7 ? 1 : 0).toList();
  }

  boolean isCrowded() {
    return keys() == CROWD;
  }

  int keys() {
    return lanes.size();
  }
}
