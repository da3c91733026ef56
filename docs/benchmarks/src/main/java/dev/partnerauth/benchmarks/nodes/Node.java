package dev.partnerauth.benchmarks.nodes;

import dev.partnerauth.AsyncDelegation;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.benchmarks.Samples;
import dev.partnerauth.benchmarks.TokenServer;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.token.ServiceToken;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * One process among several: reads the general access token and a few scoped ones, again and again,
 * until it is told to end. Every second it prints how many reads failed and how long the slowest
 * took.
 */
final class Node {

  static final int SCOPED_KEYS = 4;

  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private Node() {}

  /** The class of its cache, where the shared store is, the server's port, a token's life in ms. */
  public static void main(String[] arguments) throws Exception {
    NodeCache caches =
        Class.forName(arguments[0])
            .asSubclass(NodeCache.class)
            .getDeclaredConstructor()
            .newInstance();
    TokenCache cache = caches.open(URI.create(arguments[1]));
    SocketApi api =
        new SocketApi(
            Integer.parseInt(arguments[2]),
            Duration.ofMillis(Long.parseLong(arguments[3])),
            Executors.newCachedThreadPool(TokenServer.daemons("node")));
    PartnerAuth auth = PartnerAuth.of(api, Samples.BACKEND, cache);
    AsyncDelegation delegation = auth.async().exchangingAs(Samples.FRONTEND);
    List<ServiceToken> keys =
        IntStream.range(0, SCOPED_KEYS).mapToObj(Samples::serviceToken).toList();
    AtomicLong failed = new AtomicLong();
    long slowest = 0;
    long told = System.nanoTime();
    while (true) {
      long begun = System.nanoTime();
      if (auth.accessToken().isLeft()) {
        failed.incrementAndGet();
      }
      slowest = Math.max(slowest, System.nanoTime() - begun);
      for (ServiceToken key : keys) {
        delegation
            .scopedAccessToken(key)
            .thenAccept(outcome -> outcome.peekLeft(failure -> failed.incrementAndGet()));
      }
      if (System.nanoTime() - told > SECOND.toNanos()) {
        System.out.println(failed.getAndSet(0) + "\t" + slowest + "\t" + cache.sharedStore());
        slowest = 0;
        told = System.nanoTime();
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
