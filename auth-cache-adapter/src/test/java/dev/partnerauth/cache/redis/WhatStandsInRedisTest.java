package dev.partnerauth.cache.redis;

import static dev.partnerauth.cache.redis.Eventually.await;
import static dev.partnerauth.cache.redis.Eventually.eventually;
import static dev.partnerauth.cache.redis.Samples.CLIENT;
import static dev.partnerauth.cache.redis.Samples.aName;
import static dev.partnerauth.cache.redis.Samples.aRotatedKeyRing;
import static dev.partnerauth.cache.redis.Samples.aScopedToken;
import static dev.partnerauth.cache.redis.Samples.aServiceToken;
import static dev.partnerauth.cache.redis.Samples.aServiceTokenKey;
import static dev.partnerauth.cache.redis.Samples.aStrangersKeyRing;
import static dev.partnerauth.cache.redis.Samples.anAccessToken;
import static dev.partnerauth.cache.redis.Samples.anAccessTokenLasting;
import static dev.partnerauth.cache.redis.Samples.anotherName;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.cache.Lease;
import dev.partnerauth.cache.TokenRegion;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.SharedEntryUnreadable;
import dev.partnerauth.port.SharedStoreState;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenKind;
import dev.partnerauth.token.TokenLabel;
import dev.partnerauth.token.TokenTimes;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WhatStandsInRedisTest {

  private final RedisProcess redis = RedisProcess.start();
  private final Node one = Node.connectedTo(redis, RedisTokenCache.Builder::shareServiceTokens);
  private final Node other = Node.connectedTo(redis);

  @AfterEach
  void close() {
    one.close();
    other.close();
    redis.close();
  }

  private String shared(AccessToken token) {
    one.share(token);
    eventually(() -> !keys("token").isEmpty());
    return keys("token").get(0);
  }

  private List<String> keys(String kind) {
    return redis.ask(commands -> commands.keys("{partnerauth:test}:" + kind + ":*"));
  }

  private Duration timeToLive(String key) {
    return Duration.ofMillis(redis.ask(commands -> commands.pttl(key)));
  }

  @Test
  void anEntryLivesAsLongAsItsToken() {
    String entry = shared(anAccessTokenLasting("short", Duration.ofHours(2)));

    assertThat(timeToLive(entry)).isBetween(Duration.ofMinutes(119), Duration.ofHours(2));
  }

  @Test
  void anEntryLivesTwelveHoursAtMost() {
    String entry = shared(anAccessTokenLasting("long", Duration.ofDays(365)));

    assertThat(timeToLive(entry)).isBetween(Duration.ofMinutes(719), Duration.ofHours(12));
  }

  @Test
  void aRejectionIsRememberedForAsLongAsTheTokenWouldLive() {
    one.region.reject(aName(), anAccessTokenLasting("short", Duration.ofHours(2)));
    eventually(() -> !keys("rejected").isEmpty());

    assertThat(timeToLive(keys("rejected").get(0)))
        .isBetween(Duration.ofMinutes(119), Duration.ofHours(2));
    assertThat(timeToLive("{partnerauth:test}:rejections"))
        .isBetween(Duration.ofMinutes(119), Duration.ofHours(2));
  }

  @Test
  void aRejectionOfATokenThatLivesAYearIsRememberedForAYear() {
    one.region.reject(aName(), anAccessTokenLasting("long", Duration.ofDays(365)));
    one.region.reject(aName(), anAccessTokenLasting("short", Duration.ofHours(2)));
    eventually(() -> keys("rejected").size() == 2);

    assertThat(keys("rejected").stream().map(key -> timeToLive(key).toDays()).sorted())
        .isEqualTo(List.of(0L, 364L));
    assertThat(timeToLive("{partnerauth:test}:rejections").toDays()).isEqualTo(364);
    assertThat(redis.<Long>ask(commands -> commands.zcard("{partnerauth:test}:rejections")))
        .isEqualTo(2);
  }

  @Test
  void aRejectionIsForgottenWhenItsTokenWouldBeDead() {
    RedisNames names = Samples.names();
    AccessToken next = anAccessToken("next");
    Rejection remembered = new Rejection(names.hash(aName()), names.hash(next.digest()));
    String message =
        new String(remembered.signed(Samples.aKeyRing().in(Samples.NAMESPACE)), US_ASCII);
    one.region.reject(aName(), anAccessTokenLasting("brief", Duration.ofMillis(200)));

    eventually(
        () -> {
          one.region.reject(aName(), next);
          return redis
              .ask(commands -> commands.zrange("{partnerauth:test}:rejections", 0, -1))
              .equals(List.of(message));
        });

    assertThat(keys("rejected")).isEqualTo(List.of(names.tombstone(remembered.token())));
  }

  @Test
  void aLeaseLastsFiveSeconds() {
    one.acquire();

    assertThat(timeToLive(keys("lease").get(0))).isBetween(Duration.ZERO, Duration.ofSeconds(5));
  }

  @Test
  void aTokenThatIsDeadOrTooWideIsNotSharedAndItsLeaseIsReleased() {
    AccessToken dead = anAccessToken("dead", TokenTimes.lasting(Duration.ofHours(1), Samples.NOW));
    AccessToken wide =
        AccessToken.of(
                "wide",
                TokenTimes.lasting(Duration.ofHours(1), Instant.now()),
                Collections.nCopies(7000, "products"))
            .get();

    for (AccessToken token : List.of(dead, wide)) {
      one.acquire();
      one.share(token);
      assertThat(other.acquire()).as("%s", token).isEqualTo(Lease.granted());
      other.region.release(aName());
      eventually(() -> keys("lease").isEmpty());
    }
    assertThat(keys("token")).isEmpty();
  }

  @Test
  void aReaderOfRedisLearnsNoTokenNoAppAndNoEndUser() {
    AccessToken access = anAccessToken("access-secret");
    ServiceToken service = aServiceToken("service-secret", Instant.now());
    TokenTimes times = TokenTimes.lasting(Duration.ofHours(1), Instant.now());
    ScopedAccessToken scoped = aScopedToken("scoped-secret", times);
    TokenRegion<ServiceToken> services = one.region(TokenKind.SERVICE);
    TokenRegion<ScopedAccessToken> scopeds = one.region(TokenKind.SCOPED_ACCESS);

    shared(access);
    await(services.acquire(aServiceTokenKey(), found -> true, Node.PATIENCE));
    scopeds.share(new TokenKey.ForScopedAccessToken(CLIENT, service).name(), scoped);
    services.share(aServiceTokenKey(), service);
    one.region.acquire(anotherName("another-of-jane"), found -> true, Node.PATIENCE);
    one.region.reject(anotherName("another-of-jane"), anAccessToken("rejected-secret"));
    eventually(() -> keys("token").size() == 3 && !keys("rejected").isEmpty());

    assertThat(redis.ask(WhatStandsInRedisTest::everything))
        .contains(
            "{partnerauth:test}:token:",
            "{partnerauth:test}:rejected:",
            "{partnerauth:test}:rejections")
        .doesNotContain(
            "secret",
            "jane",
            "interview",
            "rocketdoc",
            access.digest().hex(),
            service.digest().hex(),
            scoped.digest().hex(),
            anAccessToken("rejected-secret").digest().hex());
  }

  private static String everything(RedisCommands<String, String> commands) {
    return commands.keys("*").stream()
        .map(
            key ->
                key
                    + "="
                    + (commands.type(key).equals("zset")
                        ? commands.zrange(key, 0, -1)
                        : commands.get(key)))
        .collect(Collectors.joining("\n"));
  }

  private static SetArgs aMinute() {
    return SetArgs.Builder.px(60_000);
  }

  static Stream<Arguments> rubbish() {
    Map<String, BiConsumer<RedisCommands<String, String>, String>> kinds =
        Map.of(
            "a text", (commands, key) -> commands.set(key, "rubbish"),
            "nothing", (commands, key) -> commands.set(key, ""),
            "a long text", (commands, key) -> commands.set(key, "r".repeat(100_000), aMinute()),
            "a text with a time to live",
                (commands, key) -> commands.set(key, "rubbish", aMinute()),
            "a list", (commands, key) -> commands.rpush(key, "rubbish"),
            "a hash", (commands, key) -> commands.hset(key, "rub", "bish"),
            "an entry that lives for ever", (commands, key) -> commands.persist(key),
            "an entry that was cut off",
                (commands, key) -> {
                  String begin = commands.getrange(key, 0, 63);
                  commands.set(key, begin, aMinute());
                },
            "an entry that was changed", (commands, key) -> commands.setrange(key, 90, "!!"));
    return kinds.entrySet().stream().map(kind -> Arguments.of(kind.getKey(), kind.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rubbish")
  void whatIsNoEntryCountsAsAbsentAndIsReportedAndReplaced(
      String what, BiConsumer<RedisCommands<String, String>, String> rubbish) {
    String key = shared(anAccessToken("before"));
    redis.ask(
        commands -> {
          if (!what.startsWith("an entry")) {
            commands.del(key);
          }
          rubbish.accept(commands, key);
          return key;
        });
    AccessToken after = anAccessToken("after");

    Lease<AccessToken> first = other.acquire();
    other.share(after);
    Lease<AccessToken> second = one.acquire();

    assertThat(List.of(first, second)).isEqualTo(List.of(Lease.granted(), Lease.found(after)));
    assertThat(other.events.stream().map(WhatStandsInRedisTest::labelOf))
        .containsExactly(Optional.of(new TokenLabel(CLIENT, TokenKind.ACCESS, Optional.empty())));
    assertThat(other.store.sharedStore()).isEqualTo(SharedStoreState.CONNECTED);
  }

  @Test
  void anEntryWhoseTimeToLiveWasProlongedCountsAsAbsentAndIsReported() {
    String entry = shared(anAccessToken("prolonged"));
    redis.ask(commands -> commands.pexpire(entry, Duration.ofHours(11)));

    assertThat(other.acquire()).isEqualTo(Lease.granted());
    assertThat(other.awaitEvent(SharedEntryUnreadable.class).reason().text())
        .isEqualTo("It has more time to live than it was written for");
  }

  @Test
  void anEntryThatVanishesWhileAnotherNodeAsksIsNotReported() {
    String entry = shared(anAccessToken("vanishing"));
    one.region.acquire(aName(), found -> false, Node.PATIENCE);
    eventually(() -> !keys("lease").isEmpty());
    CompletionStage<Lease<AccessToken>> waiting =
        other.region.acquire(
            aName(),
            found -> {
              redis.ask(commands -> commands.del(entry));
              return false;
            },
            Node.PATIENCE);
    eventually(() -> keys("token").isEmpty());
    one.region.release(aName());

    assertThat(await(waiting)).isEqualTo(Lease.granted());
    assertThat(other.events).isEmpty();
  }

  private static Optional<TokenLabel> labelOf(AuthEvent event) {
    return event instanceof SharedEntryUnreadable unreadable
        ? Optional.of(unreadable.label())
        : Optional.empty();
  }

  @Test
  void anEntryThatAStrangerSealedCountsAsAbsentAndIsReported() {
    try (Node stranger = Node.connectedTo(redis, aStrangersKeyRing())) {
      stranger.share(anAccessToken("strange"));
      eventually(() -> !keys("token").isEmpty());

      Lease<AccessToken> lease = other.acquire();

      assertThat(lease).isEqualTo(Lease.granted());
      assertThat(other.awaitEvent(SharedEntryUnreadable.class).reason().text())
          .isEqualTo("It was not sealed for this place, or was changed");
    }
  }

  @Test
  void anEntryThatWasCopiedToAnotherNameCountsAsAbsent() {
    String entry = shared(anAccessToken("copied"));
    String elsewhere = "{partnerauth:test}:token:" + Samples.names().hash(anotherName("other-app"));
    redis.ask(commands -> commands.rename(entry, elsewhere));

    Lease<AccessToken> lease =
        await(other.region.acquire(anotherName("other-app"), found -> true, Node.PATIENCE));

    assertThat(lease).isEqualTo(Lease.granted());
    other.awaitEvent(SharedEntryUnreadable.class);
  }

  @Test
  void afterARotationNodesFindWhatWasSealedBefore() {
    AccessToken token = anAccessToken("before");
    shared(token);

    try (Node rotated = Node.connectedTo(redis, aRotatedKeyRing())) {
      assertThat(rotated.acquire()).isEqualTo(Lease.found(token));
    }
  }
}
