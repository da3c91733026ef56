package dev.partnerauth.cache.redis;

import static dev.partnerauth.cache.redis.Eventually.await;
import static dev.partnerauth.cache.redis.Eventually.eventually;
import static dev.partnerauth.cache.redis.Samples.aName;
import static dev.partnerauth.cache.redis.Samples.aServiceToken;
import static dev.partnerauth.cache.redis.Samples.aServiceTokenKey;
import static dev.partnerauth.cache.redis.Samples.anAccessToken;
import static dev.partnerauth.cache.redis.Samples.factsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.cache.Claim;
import dev.partnerauth.cache.Shelf;
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
    Claim<AccessToken> first = one.claim();

    one.share(token);
    Claim<AccessToken> second = other.claim();

    assertThat(first).isEqualTo(Claim.ask());
    assertThat(factsOf(((Claim.Found<AccessToken>) second).token())).isEqualTo(factsOf(token));
  }

  @Test
  void whileOneAsksTheOthersWaitForWhatItGets() {
    AccessToken token = anAccessToken("awaited");
    one.claim();
    CompletionStage<Claim<AccessToken>> waiting =
        other.shelf.claim(aName(), found -> true, Node.PATIENCE);

    one.share(token);

    assertThat(await(waiting)).isEqualTo(Claim.found(token));
  }

  @Test
  void whenOneGivesUpTheNextAsks() {
    one.claim();
    CompletionStage<Claim<AccessToken>> waiting =
        other.shelf.claim(aName(), found -> true, Node.PATIENCE);

    one.shelf.giveUp(aName());

    assertThat(await(waiting)).isEqualTo(Claim.ask());
  }

  @Test
  void aLeaseThatItsNodeLetsLapseIsTakenOver() {
    try (Node dying = Node.connectedTo(redis, with -> with.lease(Duration.ofMillis(200)))) {
      dying.claim();

      Claim<AccessToken> takenOver = other.claim();

      assertThat(takenOver).isEqualTo(Claim.ask());
      assertThat(await(one.shelf.claim(aName(), found -> true, Duration.ofMillis(100))))
          .as("the next one waits for who took over, until its patience ends")
          .isEqualTo(Claim.ask());
    }
  }

  @Test
  void aLapsedLeaseIsNotReleasedByWhoHadIt() {
    try (Node slow = Node.connectedTo(redis, with -> with.lease(Duration.ofMillis(200)))) {
      slow.claim();
      other.claim();
      String lease = redis.ask(commands -> commands.keys("{partnerauth:test}:lease:*")).get(0);

      slow.shelf.giveUp(aName());
      slow.claim(Duration.ofMillis(1));

      long leases = redis.ask(commands -> commands.exists(lease));
      assertThat(leases).isEqualTo(1);
    }
  }

  @Test
  void aLeaseThatNobodyCouldHaveTakenIsReplaced() {
    one.claim();
    String lease = redis.ask(commands -> commands.keys("{partnerauth:test}:lease:*")).get(0);
    redis.ask(commands -> commands.del(lease));
    redis.ask(commands -> commands.rpush(lease, "rubbish"));

    Claim<AccessToken> claim = other.claim();

    String type = redis.ask(commands -> commands.type(lease));
    assertThat(List.of(claim, type)).isEqualTo(List.of(Claim.ask(), "string"));
  }

  @Test
  void aLeaseThatLastsLongerThanOursCountsAsLapsed() {
    one.claim();
    String lease = redis.ask(commands -> commands.keys("{partnerauth:test}:lease:*")).get(0);
    redis.ask(commands -> commands.set(lease, "stuck", SetArgs.Builder.px(60_000)));

    Claim<AccessToken> claim = other.claim(Duration.ofMinutes(1));

    long left = redis.ask(commands -> commands.pttl(lease));
    assertThat(claim).isEqualTo(Claim.ask());
    assertThat(left).isBetween(1L, 5000L);
  }

  @Test
  void aLeaseThatIsHeldForEverDelaysAClaimByTheTimeOfOneLease() {
    UnaryOperator<RedisTokenCache.Builder> quick = with -> with.lease(Duration.ofMillis(300));
    try (Node greedy = Node.connectedTo(redis, quick);
        Node waiting = Node.connectedTo(redis, quick)) {
      greedy.claim();
      String lease = redis.ask(commands -> commands.keys("{partnerauth:test}:lease:*")).get(0);
      CompletionStage<Claim<AccessToken>> claim =
          waiting.shelf.claim(aName(), found -> true, Duration.ofMinutes(10));

      eventually(
          () -> {
            redis.ask(commands -> commands.set(lease, "stuck", SetArgs.Builder.px(250)));
            return claim.toCompletableFuture().isDone();
          });
      assertThat(await(claim)).isEqualTo(Claim.ask());
    }
  }

  @Test
  void patienceEndsBeforeTheLeaseDoes() {
    one.claim();

    Claim<AccessToken> claim = other.claim(Duration.ofMillis(200));

    assertThat(claim).isEqualTo(Claim.ask());
  }

  @Test
  void aTokenThatIsOfNoUseIsAskedForAnew() {
    AccessToken old = anAccessToken("old");
    AccessToken renewed = anAccessToken("renewed");
    one.claim();
    one.share(old);
    other.claim();

    Claim<AccessToken> first =
        await(one.shelf.claim(aName(), found -> !found.equals(old), Node.PATIENCE));
    CompletionStage<Claim<AccessToken>> second =
        other.shelf.claim(aName(), found -> !found.equals(old), Node.PATIENCE);
    one.share(renewed);

    assertThat(first).isEqualTo(Claim.ask());
    assertThat(await(second)).isEqualTo(Claim.found(renewed));
  }

  @Test
  void aClaimThatThrowsAsksTheServer() {
    one.claim();
    one.share(anAccessToken("odd"));

    Claim<AccessToken> claim =
        await(
            other.shelf.claim(
                aName(),
                found -> {
                  throw new IllegalStateException("a bug");
                },
                Node.PATIENCE));

    assertThat(claim).isEqualTo(Claim.ask());
  }

  @Test
  void serviceTokensAreNotSharedUnlessAsked() {
    Shelf<ServiceToken> mine = one.shelf(TokenKind.SERVICE);
    Shelf<ServiceToken> theirs = other.shelf(TokenKind.SERVICE);
    await(mine.claim(aServiceTokenKey(), found -> true, Node.PATIENCE));

    mine.share(aServiceTokenKey(), aServiceToken("private", Instant.now()));

    Claim<ServiceToken> claim =
        await(theirs.claim(aServiceTokenKey(), found -> true, Node.PATIENCE));
    List<String> keys = redis.ask(commands -> commands.keys("*"));
    assertThat(List.of(claim, keys))
        .isEqualTo(List.of(Claim.ask(), List.of("{partnerauth:test}:probe")));
  }

  @Test
  void serviceTokensAreSharedWhenAsked() {
    ServiceToken token = aServiceToken("public", Instant.now());
    try (Node giver = Node.connectedTo(redis, RedisTokenCache.Builder::shareServiceTokens);
        Node taker = Node.connectedTo(redis, RedisTokenCache.Builder::shareServiceTokens)) {
      giver.<ServiceToken>shelf(TokenKind.SERVICE).share(aServiceTokenKey(), token);
      Shelf<ServiceToken> shelf = taker.shelf(TokenKind.SERVICE);
      eventually(() -> !redis.ask(commands -> commands.keys("*:token:*")).isEmpty());

      assertThat(await(shelf.claim(aServiceTokenKey(), found -> true, Node.PATIENCE)))
          .isEqualTo(Claim.found(token));
    }
  }

  @Test
  void nodesOfAnotherNamespaceKeepToThemselvesThoughTheyHaveTheSameKeys() {
    try (Node stranger = Node.connectedTo(redis, "staging")) {
      one.claim();
      one.share(anAccessToken("ours"));
      other.claim();

      assertThat(stranger.claim()).isEqualTo(Claim.ask());
    }
  }
}
