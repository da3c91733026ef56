package dev.partnerauth.cache.redis;

import static dev.partnerauth.cache.redis.Eventually.eventually;
import static dev.partnerauth.cache.redis.Samples.aName;
import static dev.partnerauth.cache.redis.Samples.anAccessToken;
import static dev.partnerauth.port.SharedStoreState.CONNECTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.cache.Lease;
import dev.partnerauth.cache.redis.Node.Heard;
import dev.partnerauth.event.AuthEvent.SharedStoreLost;
import dev.partnerauth.token.AccessToken;
import io.lettuce.core.RedisURI;
import io.lettuce.core.StaticCredentialsProvider;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link RedisTokenCache} says of its user in Redis. */
class LeastPrivilegeTest {

  private static final String RULES =
      "resetchannels -@all +@connection +eval +subscribe +publish +time +exists +del +type +pttl"
          + " +pexpire +set +get +getrange +strlen +zadd +zrevrange +zremrangebyscore"
          + " +zremrangebyrank";

  private final RedisProcess redis = RedisProcess.start();

  @AfterEach
  void close() {
    redis.close();
  }

  private RedisURI uriOfUserWith(String rules) {
    CommandArgs<String, String> rule =
        new CommandArgs<>(StringCodec.UTF8).add("SETUSER").add("shop").add("on").add(">word");
    List.of(rules.split(" ", -1)).forEach(rule::add);
    redis.ask(
        commands -> commands.dispatch(CommandType.ACL, new StatusOutput<>(StringCodec.UTF8), rule));
    return RedisURI.Builder.redis("127.0.0.1", redis.port())
        .withAuthentication("shop", "word")
        .build();
  }

  @Test
  void aUserNeedsItsPrefixItsChannelAndAFewCommands() {
    RedisURI uri = uriOfUserWith(RULES + " ~{partnerauth:test}:* &{partnerauth:test}:rejections");
    AccessToken token = anAccessToken("shared");
    try (Node one = Node.at(uri, choices -> choices);
        Node other = Node.at(uri, choices -> choices)) {
      one.awaitState(CONNECTED);
      other.awaitState(CONNECTED);

      one.acquire();
      one.share(token);
      AccessToken theirs = ((Lease.Found<AccessToken>) other.acquire()).token();
      one.region.reject(aName(), token);
      eventually(() -> other.rejections.contains(new Heard(aName(), theirs.digest())));

      one.acquire();
      one.region.release(aName());
      assertThat(other.acquire()).isEqualTo(Lease.granted());
      assertThat(one.events.toString()).doesNotContain("NOPERM");
    }
  }

  @Test
  void aUserWithoutThemCountsAsALossWithTheReason() {
    RedisURI uri = uriOfUserWith(RULES + " ~elsewhere:* &{partnerauth:test}:rejections");
    try (Node node = Node.at(uri, choices -> choices)) {
      assertThat(node.awaitEvent(SharedStoreLost.class).reason().text()).contains("NOPERM");
      assertThat(node.acquire()).isEqualTo(Lease.granted());
    }
  }

  @Test
  void aWrongPasswordCountsAsALossWithoutThePassword() {
    RedisURI uri = redis.uri();
    uri.setCredentialsProvider(new StaticCredentialsProvider("shop", "hunter-two".toCharArray()));
    try (Node node = Node.at(uri, choices -> choices)) {
      assertThat(node.awaitEvent(SharedStoreLost.class).reason().text())
          .contains("WRONGPASS")
          .doesNotContain("hunter-two");
    }
  }
}
