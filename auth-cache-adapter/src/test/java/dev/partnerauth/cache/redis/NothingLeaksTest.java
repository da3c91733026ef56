package dev.partnerauth.cache.redis;

import static dev.partnerauth.cache.redis.Eventually.eventually;
import static dev.partnerauth.cache.redis.Samples.CLIENT;
import static dev.partnerauth.cache.redis.Samples.aName;
import static dev.partnerauth.cache.redis.Samples.anAccessToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.cache.TokenRegion;
import dev.partnerauth.cache.TokenStore.RegionOwner;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.SharedStoreLost;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.SharedStoreState;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.TokenKind;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class NothingLeaksTest {

  private final RedisProcess redis = RedisProcess.start();
  private final Node node = Node.connectedTo(redis);

  @AfterEach
  void close() {
    node.close();
    redis.close();
  }

  private static void eventuallyGone(Reference<?> reference) {
    eventually(
        () -> {
          System.gc();
          return reference.refersTo(null);
        });
  }

  private Reference<Object> aRegionThatIsNotUsed() {
    AuthRuntime runtime = AuthRuntime.system();
    TokenRegion<AccessToken> region =
        node.store.region(
            new RegionOwner(new ClientId("gone"), TokenKind.ACCESS, runtime, (name, token) -> {}));
    region.share(aName(), anAccessToken("gone"));
    return new WeakReference<>(region);
  }

  @Test
  void aFacadeThatIsNoLongerUsedIsReleased() {
    eventuallyGone(aRegionThatIsNotUsed());

    assertThat(node.events).isEmpty();
  }

  @Test
  void aTokenThatIsNoLongerKeptIsReleased() {
    RejectionLog.Holder<AccessToken> held = aHolder();
    Rejection rejection = new Rejection("name", "token");

    eventuallyGone(held(held, rejection));

    eventually(
        () -> {
          // Each new one is an occasion to forget those that are gone.
          held.hold(new Rejection("name", "new"), aName(), anAccessToken("new"));
          return held.find(rejection).isEmpty();
        });
  }

  private static RejectionLog.Holder<AccessToken> aHolder() {
    return new RejectionLog.Holder<>((name, token) -> {});
  }

  private static Reference<Object> held(
      RejectionLog.Holder<AccessToken> held, Rejection rejection) {
    AccessToken token = anAccessToken("dropped");
    held.hold(rejection, aName(), token);
    return new WeakReference<>(token);
  }

  @Test
  void whileATokenIsKeptItIsKnownByTheObjectThatIsKept() {
    RejectionLog.Holder<AccessToken> held = aHolder();
    Rejection rejection = new Rejection("name", "token");
    AccessToken first = anAccessToken("same");

    List<AccessToken> kept =
        Stream.of(first, anAccessToken("same"), anAccessToken("same"))
            .map(token -> held.holdOne(rejection, aName(), token))
            .toList();

    assertThat(kept).allSatisfy(token -> assertThat(token).isSameAs(first));
  }

  @Test
  void whatCannotBeToldIsRememberedUpToALimit() {
    RedisNames names = Samples.names();
    redis.kill();
    node.awaitState(SharedStoreState.LOST);

    for (int more = 0; more < RejectionLog.OWN_LIMIT + 5; more++) {
      node.region.reject(aName(), anAccessToken("token-" + more));
    }
    long warnings = node.events.stream().filter(NothingLeaksTest::tellsOfForgetting).count();
    redis.restart();
    node.awaitState(SharedStoreState.CONNECTED);

    long told = redis.ask(commands -> commands.zcard("{partnerauth:test}:rejections"));
    long oldest =
        redis.ask(
            commands ->
                commands.exists(
                    names.tombstone(names.hash(anAccessToken("token-4").digest())),
                    names.tombstone(names.hash(anAccessToken("token-5").digest()))));
    assertThat(List.of(told, oldest, warnings))
        .isEqualTo(List.of((long) RejectionLog.OWN_LIMIT, 1L, 1L));
    assertThat(node.events.stream().map(event -> event.clientId()).distinct())
        .isEqualTo(List.of(CLIENT));
  }

  @Test
  void thatRejectionsAreForgottenIsAnnouncedOnceInALoss() {
    AtomicInteger attempts = new AtomicInteger();
    AuthRuntime system = AuthRuntime.system();
    AuthRuntime quick =
        system.delayedBy(
            (delay, task) -> {
              boolean isPause = delay.toMillis() >= 750 && delay.toMillis() <= 1000;
              attempts.addAndGet(isPause ? 1 : 0);
              return system.delays().after(isPause ? Duration.ofMillis(10) : delay, task);
            });
    try (Node alone = Node.connectedTo(redis, choices -> choices.runtime(quick))) {
      redis.kill();
      alone.awaitState(SharedStoreState.LOST);
      for (int more = 0; more <= RejectionLog.OWN_LIMIT; more++) {
        alone.region.reject(aName(), anAccessToken("token-" + more));
      }
      int before = attempts.get();
      eventually(() -> attempts.get() >= before + 3);

      alone.region.reject(aName(), anAccessToken("one more"));

      assertThat(alone.events.stream().filter(NothingLeaksTest::tellsOfForgetting)).hasSize(1);
    }
  }

  private static boolean tellsOfForgetting(AuthEvent event) {
    return event instanceof SharedStoreLost lost
        && lost.reason().text().endsWith("rejections are untold: the oldest are forgotten");
  }
}
