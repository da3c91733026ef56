package dev.partnerauth.cache.redis;

import static dev.partnerauth.cache.redis.Eventually.eventually;
import static dev.partnerauth.cache.redis.Samples.aKey;
import static dev.partnerauth.cache.redis.Samples.aName;
import static dev.partnerauth.cache.redis.Samples.anAccessToken;
import static dev.partnerauth.cache.redis.Samples.anotherName;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.cache.Lease;
import dev.partnerauth.cache.redis.Node.Heard;
import dev.partnerauth.port.SharedStoreState;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.TokenKind;
import io.lettuce.core.KillArgs;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class RejectionsReachAllNodesTest {

  private static final String OTHER = "the-other-node";

  private final RedisProcess redis = RedisProcess.start();
  private final Node one = Node.connectedTo(redis);
  private final Node other = connectedByName();
  private final AccessToken token = anAccessToken("shared");

  private Node connectedByName() {
    var uri = redis.uri();
    uri.setClientName(OTHER);
    Node node = Node.at(uri, choices -> choices);
    node.awaitState(SharedStoreState.CONNECTED);
    return node;
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
    redis.close();
  }

  /** Answers the other node's token, which has to be held on to as a cache would. */
  private AccessToken heldByBoth() {
    one.acquire();
    one.share(token);
    return ((Lease.Found<AccessToken>) other.acquire()).token();
  }

  private List<String> entries() {
    return redis.ask(commands -> commands.keys("{partnerauth:test}:token:*"));
  }

  @Test
  void aRejectionReachesTheOtherNodes() {
    AccessToken theirs = heldByBoth();

    one.region.reject(aName(), token);

    eventually(() -> other.rejections.contains(new Heard(aName(), theirs.digest())));
    assertThat(entries()).isEmpty();
  }

  @Test
  void aRejectionReachesOtherFacadesInTheSameProcessAtOnce() {
    var second = one.<AccessToken>region(TokenKind.ACCESS);
    one.share(token);

    second.reject(aName(), token);

    assertThat(one.rejections).contains(new Heard(aName(), token.digest()));
  }

  @Test
  void aRejectedTokenDoesNotComeBackWithAStaleEntry() {
    heldByBoth();
    String entry = entries().get(0);
    redis.ask(commands -> commands.rename(entry, "kept"));
    one.region.reject(aName(), token);
    eventually(() -> !redis.ask(commands -> commands.keys("*:rejected:*")).isEmpty());
    redis.ask(commands -> commands.rename("kept", entry));

    Lease<AccessToken> lease = other.acquire();

    assertThat(lease).isEqualTo(Lease.granted());
  }

  @Test
  void aRejectedTokenCannotBeSharedAgain() {
    AccessToken theirs = heldByBoth();
    one.region.reject(aName(), token);
    eventually(() -> !other.rejections.isEmpty());

    other.acquire();
    other.share(theirs);

    assertThat(one.acquire()).as("the lease was released, too").isEqualTo(Lease.granted());
    assertThat(entries()).isEmpty();
  }

  @Test
  void aRejectionLeavesANewerTokenAlone() {
    heldByBoth();
    AccessToken newer = anAccessToken("newer");
    one.share(newer);
    one.region.reject(aName(), token);
    eventually(() -> !redis.ask(commands -> commands.keys("*:rejected:*")).isEmpty());

    assertThat(other.acquire()).isEqualTo(Lease.found(newer));
  }

  @Test
  void aNodeThatWasCutOffHearsWhatItHasMissed() {
    AccessToken theirs = heldByBoth();
    redis
        .ask(commands -> commands.clientList())
        .lines()
        .filter(client -> client.contains("name=" + OTHER))
        .map(client -> client.replaceAll("^id=(\\d+).*", "$1"))
        .forEach(
            id ->
                redis.ask(
                    commands -> commands.clientKill(KillArgs.Builder.id(Long.parseLong(id)))));
    other.awaitState(SharedStoreState.LOST);

    one.region.reject(aName(), token);

    other.awaitState(SharedStoreState.CONNECTED);
    assertThat(other.rejections).contains(new Heard(aName(), theirs.digest()));
  }

  @Test
  void manyRejectionsThatWereMissedAreHeardPageByPage() {
    AccessToken theirs = heldByBoth();
    one.region.reject(aName(), token);
    for (int more = 0; more < 2 * RedisCommands.PAGE; more++) {
      one.region.reject(anotherName("app-" + more), anAccessToken("token-" + more));
    }
    eventually(
        () ->
            redis.ask(commands -> commands.zcard("{partnerauth:test}:rejections"))
                > 2 * RedisCommands.PAGE);
    other.rejections.clear();
    other.awaitState(SharedStoreState.CONNECTED);

    redis.ask(commands -> commands.clientKill(KillArgs.Builder.typePubsub()));

    eventually(() -> other.rejections.contains(new Heard(aName(), theirs.digest())));
  }

  private void redisForgetsRejectionsAndHasAgain(String entry) {
    redis.ask(
        commands -> {
          commands.keys("*:reject*").forEach(commands::del);
          return commands.rename("kept", entry);
        });
  }

  @Test
  void aStaleEntryIsNotReadByWhoHeardOfTheRejectionThatRedisForgot() {
    AccessToken marker = anAccessToken("marker");
    other.region.share(anotherName("marker"), marker);
    one.share(token);
    eventually(() -> entries().size() == 2);
    String entry = Samples.names().hash(aName());
    redis.ask(commands -> commands.rename("{partnerauth:test}:token:" + entry, "kept"));

    one.region.reject(aName(), token);
    one.region.reject(anotherName("marker"), marker);
    eventually(() -> !other.rejections.isEmpty());
    redisForgetsRejectionsAndHasAgain("{partnerauth:test}:token:" + entry);

    assertThat(other.acquire()).as("which never held the token").isEqualTo(Lease.granted());
    assertThat(one.acquire(Duration.ofMillis(1))).isEqualTo(Lease.granted());
  }

  @Test
  void aStaleEntryIsNotReadByWhoLearnedOfTheRejectionThatRedisForgot() {
    one.share(token);
    eventually(() -> !entries().isEmpty());
    String entry = entries().get(0);
    redis.ask(commands -> commands.rename(entry, "kept"));
    one.region.reject(aName(), token);
    eventually(() -> !redis.ask(commands -> commands.keys("*:rejected:*")).isEmpty());

    try (Node late = Node.connectedTo(redis)) {
      redisForgetsRejectionsAndHasAgain(entry);

      assertThat(late.acquire()).isEqualTo(Lease.granted());
      late.share(token);
      assertThat(late.rejections).contains(new Heard(aName(), token.digest()));
    }
  }

  @Test
  void whoSharesATokenThatIsRejectedHearsOfThat() {
    one.region.reject(aName(), token);
    eventually(() -> !redis.ask(commands -> commands.keys("*:rejected:*")).isEmpty());
    redis.ask(commands -> commands.del("{partnerauth:test}:rejections"));
    try (Node late = Node.connectedTo(redis)) {
      late.share(token);

      eventually(() -> late.rejections.contains(new Heard(aName(), token.digest())));
      assertThat(entries()).isEmpty();
    }
  }

  @Test
  void garbageAmongTheRejectionsNeitherEndsSharingNorHidesThem() {
    AccessToken theirs = heldByBoth();
    one.region.reject(aName(), token);
    eventually(() -> !other.rejections.isEmpty());
    other.rejections.clear();
    redis.ask(
        commands ->
            commands.eval(
                "for i = 1, 30000 do redis.call('ZADD', KEYS[1], ARGV[1] + i % 2 * 1e300, i) end"
                    + " redis.call('ZADD', KEYS[1], ARGV[1], string.rep('x', 100000))"
                    + " redis.call('PERSIST', KEYS[1])",
                ScriptOutputType.STATUS,
                new String[] {"{partnerauth:test}:rejections"},
                "" + (System.currentTimeMillis() + 3_600_000)));

    redis.ask(commands -> commands.clientKill(KillArgs.Builder.typePubsub()));
    other.awaitState(SharedStoreState.LOST);
    other.awaitState(SharedStoreState.CONNECTED);

    assertThat(other.rejections).contains(new Heard(aName(), theirs.digest()));
    assertThat(redis.<Long>ask(commands -> commands.zcard("{partnerauth:test}:rejections")))
        .isLessThanOrEqualTo(RedisCommands.REJECTIONS);
    assertThat(redis.<Long>ask(commands -> commands.ttl("{partnerauth:test}:rejections")))
        .isPositive();
  }

  @Test
  void whoMayPublishButHasNoKeyIsNotHeard() {
    AccessToken theirs = heldByBoth();
    KeyRing ours = Samples.aKeyRing().in(Samples.NAMESPACE);
    RedisNames names = Samples.names();
    Rejection rejection = new Rejection(names.hash(aName()), names.hash(token.digest()));
    byte[] forged = rejection.signed(KeyRing.of(aKey(8), "spring", aKey(2)));

    publish("");
    publish("rubbish".repeat(100_000));
    publish(new String(forged, US_ASCII));
    publish(new String(rejection.signed(ours), US_ASCII));
    eventually(() -> !other.rejections.isEmpty());

    assertThat(other.rejections).isEqualTo(List.of(new Heard(aName(), theirs.digest())));
  }

  private void publish(String message) {
    redis.ask(commands -> commands.publish("{partnerauth:test}:rejections", message));
  }

  @Test
  void rubbishInPlaceOfTheLatestRejectionsIsReplaced() {
    AccessToken theirs = heldByBoth();
    KeyRing ours = Samples.aKeyRing().in(Samples.NAMESPACE);
    redis.ask(commands -> commands.set("{partnerauth:test}:rejections", "rubbish"));

    one.region.reject(aName(), token);

    eventually(() -> other.rejections.contains(new Heard(aName(), theirs.digest())));
    String messages =
        redis.ask(commands -> commands.zrange("{partnerauth:test}:rejections", 0, -1)).stream()
            .map(message -> Rejection.from(message.getBytes(US_ASCII), ours))
            .map(heard -> "" + heard.isPresent())
            .collect(Collectors.joining());
    assertThat(messages).isEqualTo("true");
  }
}
