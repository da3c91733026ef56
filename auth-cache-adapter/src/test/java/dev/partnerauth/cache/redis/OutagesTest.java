package dev.partnerauth.cache.redis;

import static dev.partnerauth.cache.redis.Eventually.await;
import static dev.partnerauth.cache.redis.Eventually.eventually;
import static dev.partnerauth.cache.redis.Samples.CLIENT;
import static dev.partnerauth.cache.redis.Samples.aName;
import static dev.partnerauth.cache.redis.Samples.anAccessToken;
import static dev.partnerauth.port.SharedStoreState.CONNECTED;
import static dev.partnerauth.port.SharedStoreState.LOST;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.cache.Lease;
import dev.partnerauth.cache.redis.Node.Heard;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.SharedStoreLost;
import dev.partnerauth.event.AuthEvent.SharedStoreRegained;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenKind;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class OutagesTest {

  /** Until a node uses a server again that is back. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private final RedisProcess redis = RedisProcess.start("--appendonly", "yes");
  private final Node one = Node.connectedTo(redis);
  private final Node other = Node.connectedTo(redis);
  private final AccessToken token = anAccessToken("shared");

  @AfterEach
  void close() {
    one.close();
    other.close();
    redis.close();
  }

  private static List<String> namesOf(List<AuthEvent> events) {
    return events.stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  private static Duration took(Node node, Runnable untilThen) {
    long before = node.runtime.time().nanos();
    untilThen.run();
    return Duration.ofNanos(node.runtime.time().nanos() - before);
  }

  @Test
  void aServerThatDiesIsNoticedAndEveryNodeGoesOnAlone() {
    redis.kill();

    one.awaitEvent(SharedStoreLost.class);
    other.awaitEvent(SharedStoreLost.class);
    CompletionStage<Lease<AccessToken>> lease =
        one.region.acquire(aName(), found -> true, Node.PATIENCE);

    assertThat(lease.toCompletableFuture()).isCompletedWithValue(Lease.granted());
    assertThat(one.store.sharedStore()).isEqualTo(LOST);
  }

  @Test
  void aServerThatIsBackIsUsedAgainWithinSeconds() {
    redis.kill();
    one.awaitState(LOST);
    redis.restart();

    Duration back = took(one, () -> one.awaitState(CONNECTED));

    one.awaitEvent(SharedStoreRegained.class);
    assertThat(back).isLessThan(SOON);
    one.share(token);
    assertThat(namesOf(one.events)).isEqualTo(List.of("SharedStoreLost", "SharedStoreRegained"));
    other.awaitState(CONNECTED);
    eventually(() -> other.acquire(Duration.ofMillis(1)).equals(Lease.found(token)));
  }

  @Test
  void whatWasRejectedMeanwhileIsToldBeforeAnythingIsRead() {
    one.acquire();
    one.share(token);
    AccessToken theirs = ((Lease.Found<AccessToken>) other.acquire()).token();
    redis.kill();
    one.awaitState(LOST);
    other.awaitState(LOST);

    one.region.reject(aName(), token);
    redis.restart();
    one.awaitState(CONNECTED);
    long tombstones = redis.ask(commands -> commands.keys("*:rejected:*")).size();
    Lease<AccessToken> lease = one.acquire();

    assertThat(List.of(tombstones, lease)).isEqualTo(List.of(1L, Lease.granted()));
    eventually(() -> other.rejections.contains(new Heard(aName(), theirs.digest())));
  }

  @Test
  void whatWasToldOnceIsToldAgainToAServerThatHasForgottenIt() {
    one.region.reject(aName(), token);
    eventually(() -> !redis.ask(commands -> commands.keys("*:rejected:*")).isEmpty());
    redis.ask(commands -> commands.flushall());
    redis.kill();
    one.awaitState(LOST);

    redis.restart();
    one.awaitState(CONNECTED);

    List<Integer> remembered =
        redis.ask(
            commands ->
                List.of(
                    commands.keys("*:rejected:*").size(), commands.keys("*:rejections").size()));
    assertThat(remembered).isEqualTo(List.of(1, 1));
  }

  @Test
  void aConnectionThatListensAndIsDeadCountsAsLost() {
    try (Relay relay = Relay.to(redis);
        Node node =
            Node.at(relay.uri(), choices -> choices.commandTimeout(Duration.ofSeconds(2)))) {
      node.awaitState(CONNECTED);

      relay.loseListeners();

      node.awaitState(LOST);
      assertThat(node.awaitEvent(SharedStoreLost.class).reason().text())
          .contains("RedisCommandTimeoutException");
    }
  }

  @Test
  void aLeaseWhoseAnswerWasLostIsReleasedAllTheSame() {
    try (Relay relay = Relay.to(redis);
        Node node =
            Node.at(
                relay.uri(),
                with -> with.lease(Duration.ofMinutes(1)).commandTimeout(Duration.ofSeconds(1)))) {
      node.awaitState(CONNECTED);
      relay.loseAnswers(true);
      assertThat(node.acquire()).isEqualTo(Lease.granted());
      node.awaitState(LOST);
      relay.loseAnswers(false);
      assertThat(redis.<List<String>>ask(commands -> commands.keys("*:lease:*"))).hasSize(1);
      node.awaitState(CONNECTED);

      node.region.release(aName());

      eventually(() -> redis.ask(commands -> commands.keys("*:lease:*")).isEmpty());
    }
  }

  private static RedisProcess withoutTheNewProtocol() {
    return RedisProcess.start("--rename-command", "HELLO", "");
  }

  @Test
  void aConnectionThatListensAndLivesIsKeptWithEitherProtocol() {
    AtomicInteger pings = new AtomicInteger();
    AuthRuntime system = AuthRuntime.system();
    AuthRuntime quick =
        system.delayedBy(
            (delay, task) -> {
              boolean isPing = delay.equals(RedisConnection.PING_INTERVAL);
              pings.addAndGet(isPing ? 1 : 0);
              return system.delays().after(isPing ? Duration.ofMillis(10) : delay, task);
            });
    try (RedisProcess old = withoutTheNewProtocol();
        Node node = Node.connectedTo(redis, choices -> choices.runtime(quick));
        Node oldNode = Node.connectedTo(old, choices -> choices.runtime(quick))) {
      eventually(() -> pings.get() >= 20);

      assertThat(List.of(node.events, oldNode.events)).isEqualTo(List.of(List.of(), List.of()));
      assertThat(oldNode.store.sharedStore()).isEqualTo(CONNECTED);
    }
  }

  @Test
  void aTimerThatFailsDoesNotKeepANodeFromFindingRedis() {
    AtomicInteger failures = new AtomicInteger(5);
    AuthRuntime sound = AuthRuntime.system();
    AuthRuntime failing =
        sound.delayedBy(
            (delay, task) -> {
              if (failures.getAndDecrement() > 0) {
                throw new NoClassDefFoundError("a timer");
              }
              return sound.delays().after(delay, task);
            });
    try (Node node = Node.at(redis.uri(), choices -> choices.runtime(failing))) {
      assertThat(node.acquire()).isEqualTo(Lease.granted());

      node.awaitState(CONNECTED);

      assertThat(failures.get()).isNegative();
    }
  }

  private Node impatient() {
    return Node.connectedTo(redis, choices -> choices.commandTimeout(Node.USUAL_TIMEOUT));
  }

  @Test
  void aServerThatHangsCostsOneCommandTimeoutAndThenNothing() {
    try (Node node = impatient()) {
      redis.freeze();

      Duration first = took(node, () -> assertThat(node.acquire()).isEqualTo(Lease.granted()));
      CompletionStage<Lease<AccessToken>> second =
          node.region.acquire(aName(), found -> true, Node.PATIENCE);
      boolean atOnce = second.toCompletableFuture().isDone();
      redis.thaw();
      Duration back = took(node, () -> node.awaitState(CONNECTED));

      assertThat(first).isLessThan(Node.USUAL_TIMEOUT.plusSeconds(2));
      assertThat(atOnce).isTrue();
      assertThat(back).isLessThan(SOON);
    }
  }

  @Test
  void commandsThatArePausedCostNoMoreThanTheirTimeout() {
    try (Node node = impatient()) {
      redis.ask(commands -> commands.clientPause(3000));

      Duration lease = took(node, () -> assertThat(node.acquire()).isEqualTo(Lease.granted()));

      assertThat(lease).isLessThan(Duration.ofSeconds(3));
      node.awaitEvent(SharedStoreRegained.class);
    }
  }

  @Test
  void aServerThatIsFullCountsAsLostUntilItIsNot() {
    redis.ask(commands -> commands.configSet("maxmemory", "1"));

    Lease<AccessToken> lease = one.acquire();
    String reason = one.awaitEvent(SharedStoreLost.class).reason().text();
    redis.ask(commands -> commands.configSet("maxmemory", "0"));
    one.awaitEvent(SharedStoreRegained.class);

    assertThat(lease).isEqualTo(Lease.granted());
    assertThat(reason).contains("OOM");
    assertThat(namesOf(one.events)).isEqualTo(List.of("SharedStoreLost", "SharedStoreRegained"));
  }

  @Test
  void aServerThatBecameAReplicaCountsAsLostUntilItIsPromoted() {
    try (RedisProcess primary = RedisProcess.start()) {
      redis.ask(commands -> commands.replicaof("127.0.0.1", primary.port()));

      Lease<AccessToken> lease = one.acquire();
      String reason = one.awaitEvent(SharedStoreLost.class).reason().text();
      redis.ask(commands -> commands.replicaofNoOne());
      one.awaitEvent(SharedStoreRegained.class);

      assertThat(lease).isEqualTo(Lease.granted());
      assertThat(reason).contains("READONLY");
      assertThat(one.acquire()).isEqualTo(Lease.granted());
      int leases = redis.ask(commands -> commands.keys("*:lease:*")).size();
      assertThat(leases).isEqualTo(1);
    }
  }

  @Test
  void aNodeThatStartsWithoutRedisGoesOnAloneUntilItIsThere() {
    int port = RedisProcess.freePort();
    try (Node early = Node.at(RedisURI.create("127.0.0.1", port), choices -> choices)) {
      Lease<AccessToken> lease = early.acquire();
      early.awaitEvent(SharedStoreLost.class);

      try (RedisProcess late = RedisProcess.startAt(port)) {
        early.awaitEvent(SharedStoreRegained.class);
        early.awaitState(CONNECTED);
        assertThat(late.port()).isEqualTo(port);
      }

      assertThat(lease).isEqualTo(Lease.granted());
    }
  }

  @Test
  void theFirstAcquisitionWaitsForAConnectionThatIsOnItsWay() {
    one.acquire();
    one.share(token);
    eventually(() -> other.acquire(Duration.ofMillis(1)).equals(Lease.found(token)));

    try (Node starting = Node.at(redis.uri(), choices -> choices)) {
      assertThat(starting.acquire()).isEqualTo(Lease.found(token));
    }
  }

  @Test
  void somethingThatIsNoRedisCountsAsLost() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread answering = new Thread(() -> sayHttp(server));
      answering.setDaemon(true);
      answering.start();

      try (Node node =
          Node.at(RedisURI.create("127.0.0.1", server.getLocalPort()), choices -> choices)) {
        assertThat(node.acquire()).isEqualTo(Lease.granted());
        node.awaitEvent(SharedStoreLost.class);
      }
    }
  }

  private static void sayHttp(ServerSocket server) {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
        socket.getOutputStream().flush();
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  @Test
  void aLossIsAnnouncedOnceToEachAppOfAFacadeForAllKindsOfItsTokens() {
    one.<ScopedAccessToken>region(TokenKind.SCOPED_ACCESS);

    redis.kill();
    one.awaitState(LOST);
    var late = one.<AccessToken>region(TokenKind.ACCESS);
    redis.restart();
    one.awaitEvent(SharedStoreRegained.class);

    assertThat(late).isNotNull();
    assertThat(
            one.events.stream().map(event -> event.getClass().getSimpleName() + event.clientId()))
        .isEqualTo(List.of("SharedStoreLost" + CLIENT, "SharedStoreRegained" + CLIENT));
  }

  @Test
  void aClosedStoreReleasesItsConnectionsAndAnswersAtOnce() {
    one.close();
    one.close();
    other.close();

    CompletionStage<Lease<AccessToken>> lease =
        one.region.acquire(aName(), found -> true, Node.PATIENCE);
    one.share(token);
    one.region.reject(aName(), token);
    one.region.release(aName());

    assertThat(lease.toCompletableFuture()).isCompletedWithValue(Lease.granted());
    assertThat(one.store.sharedStore()).isEqualTo(LOST);
    eventually(() -> redis.ask(commands -> commands.clientList()).lines().count() == 1);
    assertThat(one.events).isEmpty();
    assertThat(await(lease)).isEqualTo(Lease.granted());
  }
}
