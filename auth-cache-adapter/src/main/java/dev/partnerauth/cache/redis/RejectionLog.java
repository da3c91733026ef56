package dev.partnerauth.cache.redis;

import dev.partnerauth.cache.TokenStore.RejectionListener;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenName;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;

/**
 * Which tokens were rejected: here, to tell the other nodes, and anywhere, to refuse them. Redis
 * may forget what it was told, by a restart or a failover: so this node tells all of its own
 * rejections again after each reconnect, and refuses what it has heard of even if Redis no longer
 * knows. Bounded: the oldest are dropped first. Thread-safe; calls no listener while it holds its
 * lock.
 */
final class RejectionLog {

  /** How many rejections of this node are kept until their tokens would be dead. */
  static final int OWN_LIMIT = 10_000;

  /** As many as Redis keeps, and as many of our own. */
  private static final int REFUSED_LIMIT = RedisCommands.REJECTIONS + OWN_LIMIT;

  private static final int TOLD_AT_ONCE = 100;

  private final KeyRing keys;
  private final AuthRuntime runtime;
  private final Runnable untoldDropped;

  /** This node's own, and when their tokens die by the clock of the process. */
  private final Map<Rejection, Long> own = new LinkedHashMap<>();

  private final Set<Rejection> untold = new HashSet<>();

  /** The hashes of all tokens that are known as rejected, whether a region holds them or not. */
  private final Set<String> refused = new LinkedHashSet<>();

  private final Set<Holder<?>> holders =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /**
   * @param untoldDropped called when a rejection is dropped that no other node was told of
   */
  RejectionLog(KeyRing keys, AuthRuntime runtime, Runnable untoldDropped) {
    this.keys = keys;
    this.runtime = runtime;
    this.untoldDropped = untoldDropped;
  }

  /** For a region, which alone keeps it alive. */
  <T extends Token> Holder<T> holder(RejectionListener listener) {
    Holder<T> holder = new Holder<>(listener);
    holders.add(holder);
    return holder;
  }

  /**
   * A token was rejected here; {@link #tell} tells of it.
   *
   * @param life how long the token would still live
   */
  void reject(Rejection rejection, Duration life) {
    accept(rejection);
    if (addOwn(rejection, RedisSettings.atMostRemembered(life))) {
      untoldDropped.run();
    }
  }

  /** Answers whether one was dropped that is untold. */
  private synchronized boolean addOwn(Rejection rejection, Duration life) {
    long now = runtime.time().nanos();
    own.remove(rejection);
    own.put(rejection, now + life.toNanos());
    untold.add(rejection);
    if (own.size() <= OWN_LIMIT) {
      return false;
    }
    own.values().removeIf(untilNanos -> untilNanos - now <= 0);
    untold.retainAll(own.keySet());
    return own.size() > OWN_LIMIT && untold.remove(dropFirst(own.keySet()));
  }

  private static <E> E dropFirst(Collection<E> oldestFirst) {
    E oldest = oldestFirst.iterator().next();
    oldestFirst.remove(oldest);
    return oldest;
  }

  /** Refuses this token from now on, and tells the regions that hold it. */
  void accept(Rejection rejection) {
    refuse(rejection);
    List.copyOf(holders).forEach(holder -> holder.reject(rejection));
  }

  private synchronized void refuse(Rejection rejection) {
    refused.remove(rejection.token());
    refused.add(rejection.token());
    if (refused.size() > REFUSED_LIMIT) {
      dropFirst(refused);
    }
  }

  /** Whether this token is known here as rejected. */
  synchronized boolean isRefused(Rejection rejection) {
    return refused.contains(rejection.token());
  }

  /** Tells all of this node's own again, to a server that may have forgotten them. */
  CompletionStage<Void> tellAll(RedisCommands commands) {
    return tell(commands, copyOf(own.keySet()));
  }

  /** Tells those that were added since {@link #tellAll}. */
  CompletionStage<Void> tellRest(RedisCommands commands) {
    return tell(commands, copyOf(untold));
  }

  private synchronized List<Rejection> copyOf(Set<Rejection> some) {
    return List.copyOf(some);
  }

  private CompletionStage<Void> tell(RedisCommands commands, List<Rejection> all) {
    if (all.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    int size = Math.min(TOLD_AT_ONCE, all.size());
    CompletableFuture<?>[] told =
        all.subList(0, size).stream()
            .map(one -> tell(commands, one).toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(told)
        .thenCompose(done -> tell(commands, all.subList(size, all.size())));
  }

  /** Tells one of this node's own. What fails is told again: the connection is lost then. */
  CompletionStage<Void> tell(RedisCommands commands, Rejection rejection) {
    Duration life = remainingLife(rejection);
    return life.toMillis() < 1
        ? CompletableFuture.completedFuture(null)
        : commands
            .reject(rejection, rejection.signed(keys), life)
            .thenAccept(done -> markTold(rejection));
  }

  private synchronized Duration remainingLife(Rejection rejection) {
    long now = runtime.time().nanos();
    return Duration.ofNanos(own.getOrDefault(rejection, now) - now);
  }

  private synchronized void markTold(Rejection rejection) {
    untold.remove(rejection);
  }

  /** Hears what this node has missed, page by page. */
  CompletionStage<Void> learn(RedisCommands commands) {
    return learn(commands, 0);
  }

  private CompletionStage<Void> learn(RedisCommands commands, int page) {
    return commands
        .rejections(page)
        .thenCompose(
            answer -> {
              answer
                  .messages()
                  .forEach(message -> Rejection.from(message, keys).ifPresent(this::accept));
              return answer.isLast()
                  ? CompletableFuture.completedFuture(null)
                  : learn(commands, page + 1);
            });
  }

  /** Hears a message at once; what no node signed costs next to nothing. */
  void heard(byte[] message) {
    Rejection.from(message, keys)
        .ifPresent(
            rejection -> {
              refuse(rejection);
              try {
                runtime.executor().execute(() -> accept(rejection));
              } catch (RejectedExecutionException e) {
                accept(rejection);
              }
            });
  }

  /**
   * The tokens that one region may keep, by what a rejection from another node would call them.
   * Keeps no token alive itself.
   */
  static final class Holder<T extends Token> {

    private final RejectionListener listener;
    private final ConcurrentMap<Rejection, Held<T>> held = new ConcurrentHashMap<>();
    private final ReferenceQueue<T> gone = new ReferenceQueue<>();

    Holder(RejectionListener listener) {
      this.listener = listener;
    }

    /** A token that the region is about to keep. */
    void hold(Rejection rejection, TokenName name, T token) {
      forgetGone();
      held.put(rejection, new Held<>(rejection, name, token, gone));
    }

    /**
     * A token that the region may be about to keep: the same object for as long as it is held, so
     * that none is kept that is not known here.
     */
    T holdOne(Rejection rejection, TokenName name, T token) {
      forgetGone();
      Held<T> fresh = new Held<>(rejection, name, token, gone);
      T first = held.merge(rejection, fresh, (old, anew) -> old.get() == null ? anew : old).get();
      return first == null ? token : first;
    }

    private void reject(Rejection rejection) {
      find(rejection)
          .ifPresent(
              found -> {
                T token = found.get();
                if (token != null) {
                  listener.rejectedElsewhere(found.name, token.digest());
                }
              });
    }

    Optional<Held<T>> find(Rejection rejection) {
      return Optional.ofNullable(held.get(rejection));
    }

    private void forgetGone() {
      for (Reference<? extends T> next = gone.poll(); next != null; next = gone.poll()) {
        if (next instanceof Held<?> forgotten) {
          held.remove(forgotten.rejection, forgotten);
        }
      }
    }
  }

  static final class Held<T extends Token> extends WeakReference<T> {

    private final Rejection rejection;
    private final TokenName name;

    private Held(Rejection rejection, TokenName name, T token, ReferenceQueue<T> gone) {
      super(token, gone);
      this.rejection = rejection;
      this.name = name;
    }
  }
}
