package dev.partnerauth.cache.redis;

import static dev.partnerauth.cache.redis.Eventually.await;
import static dev.partnerauth.cache.redis.Eventually.eventually;
import static dev.partnerauth.cache.redis.Samples.aName;
import static dev.partnerauth.cache.redis.Samples.aServiceToken;
import static dev.partnerauth.cache.redis.Samples.aServiceTokenKey;
import static dev.partnerauth.cache.redis.Samples.anAccessToken;
import static dev.partnerauth.cache.redis.Samples.factsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.cache.Lease;
import dev.partnerauth.cache.TokenRegion;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenKind;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodesShareTokensTest {

  private final RedisProcess redis = RedisProcess.start();
  private final Node one = Node.connectedTo(redis);
  private final Node other = Node.connectedTo(redis);

  @AfterEach
  void close() {
    one.close();
    other.close();
    redis.close();
  }

  @Test
  void aTokenThatOneNodeGotIsFoundByTheOther() {
    AccessToken token = anAccessToken("shared");
    Lease<AccessToken> first = one.acquire();

    one.share(token);
    Lease<AccessToken> second = other.acquire();

    assertThat(first).isEqualTo(Lease.granted());
    assertThat(factsOf(((Lease.Found<AccessToken>) second).token())).isEqualTo(factsOf(token));
  }

  @Test
  void whileOneAsksTheOthersWaitForWhatItGets() {
    AccessToken token = anAccessToken("awaited");
    one.acquire();
    CompletionStage<Lease<AccessToken>> waiting =
        other.region.acquire(aName(), found -> true, Node.PATIENCE);

    one.share(token);

    assertThat(await(waiting)).isEqualTo(Lease.found(token));
  }

  @Test
  void whenOneGivesUpTheNextAsks() {
    one.acquire();
    CompletionStage<Lease<AccessToken>> waiting =
        other.region.acquire(aName(), found -> true, Node.PATIENCE);

    one.region.release(aName());

    assertThat(await(waiting)).isEqualTo(Lease.granted());
  }

  @Test
  void aLeaseThatItsNodeLetsLapseIsTakenOver() {
    try (Node dying = Node.connectedTo(redis, with -> with.lease(Duration.ofMillis(200)))) {
      dying.acquire();

      Lease<AccessToken> takenOver = other.acquire();

      assertThat(takenOver).isEqualTo(Lease.granted());
      assertThat(await(one.region.acquire(aName(), found -> true, Duration.ofMillis(100))))
          .as("the next one waits for who took over, until its patience ends")
          .isEqualTo(Lease.granted());
    }
  }

  @Test
  void aLapsedLeaseIsNotReleasedByWhoHadIt() {
    try (Node slow = Node.connectedTo(redis, with -> with.lease(Duration.ofMillis(200)))) {
      slow.acquire();
      other.acquire();
      String lease = redis.ask(commands -> commands.keys("{partnerauth:test}:lease:*")).get(0);

      slow.region.release(aName());
      slow.acquire(Duration.ofMillis(1));

      long leases = redis.ask(commands -> commands.exists(lease));
      assertThat(leases).isEqualTo(1);
    }
  }

  @Test
  void aLeaseThatNoNodeCouldHaveAcquiredIsReplaced() {
    one.acquire();
    String lease = redis.ask(commands -> commands.keys("{partnerauth:test}:lease:*")).get(0);
    redis.ask(commands -> commands.del(lease));
    redis.ask(commands -> commands.rpush(lease, "rubbish"));

    Lease<AccessToken> acquired = other.acquire();

    String type = redis.ask(commands -> commands.type(lease));
    assertThat(List.of(acquired, type)).isEqualTo(List.of(Lease.granted(), "string"));
  }

  @Test
  void aLeaseThatLastsLongerThanOursCountsAsLapsed() {
    one.acquire();
    String lease = redis.ask(commands -> commands.keys("{partnerauth:test}:lease:*")).get(0);
    redis.ask(commands -> commands.set(lease, "stuck", SetArgs.Builder.px(60_000)));

    Lease<AccessToken> acquired = other.acquire(Duration.ofMinutes(1));

    long left = redis.ask(commands -> commands.pttl(lease));
    assertThat(acquired).isEqualTo(Lease.granted());
    assertThat(left).isBetween(1L, 5000L);
  }

  @Test
  void aLeaseThatIsHeldForEverDelaysAnotherNodeByTheTimeOfOneLease() {
    UnaryOperator<RedisTokenCache.Builder> quick = with -> with.lease(Duration.ofMillis(300));
    try (Node greedy = Node.connectedTo(redis, quick);
        Node waiting = Node.connectedTo(redis, quick)) {
      greedy.acquire();
      String lease = redis.ask(commands -> commands.keys("{partnerauth:test}:lease:*")).get(0);
      CompletionStage<Lease<AccessToken>> acquired =
          waiting.region.acquire(aName(), found -> true, Duration.ofMinutes(10));

      eventually(
          () -> {
            redis.ask(commands -> commands.set(lease, "stuck", SetArgs.Builder.px(250)));
            return acquired.toCompletableFuture().isDone();
          });
      assertThat(await(acquired)).isEqualTo(Lease.granted());
    }
  }

  @Test
  void patienceEndsBeforeTheLeaseDoes() {
    one.acquire();

    Lease<AccessToken> acquired = other.acquire(Duration.ofMillis(200));

    assertThat(acquired).isEqualTo(Lease.granted());
  }

  @Test
  void aTokenThatIsOfNoUseIsAskedForAnew() {
    AccessToken old = anAccessToken("old");
    AccessToken renewed = anAccessToken("renewed");
    one.acquire();
    one.share(old);
    other.acquire();

    Lease<AccessToken> first =
        await(one.region.acquire(aName(), found -> !found.equals(old), Node.PATIENCE));
    CompletionStage<Lease<AccessToken>> second =
        other.region.acquire(aName(), found -> !found.equals(old), Node.PATIENCE);
    one.share(renewed);

    assertThat(first).isEqualTo(Lease.granted());
    assertThat(await(second)).isEqualTo(Lease.found(renewed));
  }

  @Test
  void anAcquisitionThatThrowsAsksTheServer() {
    one.acquire();
    one.share(anAccessToken("odd"));

    Lease<AccessToken> acquired =
        await(
            other.region.acquire(
                aName(),
                found -> {
                  throw new IllegalStateException("a bug");
                },
                Node.PATIENCE));

    assertThat(acquired).isEqualTo(Lease.granted());
  }

  @Test
  void serviceTokensAreNotSharedUnlessAsked() {
    TokenRegion<ServiceToken> mine = one.region(TokenKind.SERVICE);
    TokenRegion<ServiceToken> theirs = other.region(TokenKind.SERVICE);
    await(mine.acquire(aServiceTokenKey(), found -> true, Node.PATIENCE));

    mine.share(aServiceTokenKey(), aServiceToken("private", Instant.now()));

    Lease<ServiceToken> acquired =
        await(theirs.acquire(aServiceTokenKey(), found -> true, Node.PATIENCE));
    List<String> keys = redis.ask(commands -> commands.keys("*"));
    assertThat(List.of(acquired, keys))
        .isEqualTo(List.of(Lease.granted(), List.of("{partnerauth:test}:probe")));
  }

  @Test
  void serviceTokensAreSharedWhenAsked() {
    ServiceToken token = aServiceToken("public", Instant.now());
    try (Node giver = Node.connectedTo(redis, RedisTokenCache.Builder::shareServiceTokens);
        Node taker = Node.connectedTo(redis, RedisTokenCache.Builder::shareServiceTokens)) {
      giver.<ServiceToken>region(TokenKind.SERVICE).share(aServiceTokenKey(), token);
      TokenRegion<ServiceToken> region = taker.region(TokenKind.SERVICE);
      eventually(() -> !redis.ask(commands -> commands.keys("*:token:*")).isEmpty());

      assertThat(await(region.acquire(aServiceTokenKey(), found -> true, Node.PATIENCE)))
          .isEqualTo(Lease.found(token));
    }
  }

  @Test
  void nodesOfAnotherNamespaceKeepToThemselvesThoughTheyHaveTheSameKeys() {
    try (Node stranger = Node.connectedTo(redis, "staging")) {
      one.acquire();
      one.share(anAccessToken("ours"));
      other.acquire();

      assertThat(stranger.acquire()).isEqualTo(Lease.granted());
    }
  }
}
