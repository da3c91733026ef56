package dev.partnerauth.cache.histories;

import java.time.Duration;

/** One thing that happens in a history. Says nothing of what comes of it. */
sealed interface Step {

  /** A caller asks without blocking. */
  record Read(int key, Duration minimum, Duration deadline, boolean once, boolean pinned)
      implements Step {}

  /** A caller blocks, without time to wait: what is not there at once comes too late. */
  record BlockingRead(int key, Duration minimum, boolean pinned) implements Step {}

  /** As many callers as there are keys ask, one for each. */
  record ReadAll(Duration minimum, Duration deadline) implements Step {}

  /** The caller who waits longest cancels. */
  record Cancel() implements Step {}

  record Reject(int key, Which which, boolean pinned) implements Step {}

  /** Another node tells of a rejection. */
  record RejectElsewhere(int key, Which which) implements Step {}

  /** The secrets of an app are rotated. */
  record Rotate(int lane) implements Step {}

  /** Finding out the credentials of an app fails from now on, or no longer. */
  record SealVault(int lane, boolean sealed) implements Step {}

  record Evict(int key) implements Step {}

  record Pin(int key) implements Step {}

  record AskForStanding(int key) implements Step {}

  /** Tasks run as soon as they are handed in. */
  record Advance(Duration duration) implements Step {}

  /** To the moment when the next thing is due, and a bit further. */
  record AdvanceToNext(int nanosBeyond) implements Step {}

  /** To the part of its life that the latest token of this key has reached then. */
  record AdvanceInLife(int key, int percent) implements Step {}

  record WallClockJumps(Duration duration) implements Step {}

  record SetExecutor(TaskQueue.Mode mode) implements Step {}

  /** Runs all tasks that wait. */
  record Drain() implements Step {}

  record SetListener(boolean throwing) implements Step {}

  record SetWeather(int lane, Weather weather) implements Step {}

  /** Does something in the midst of the cache's own work, when that comes by next. */
  record Ambush(int key, Moment moment, Step step) implements Step {}

  /** Which token is rejected. */
  enum Which {
    /** What the store holds, or else what was issued last. */
    PRESENT,
    /** What was issued before the last. */
    OLD,
    /** What the request under way will bring, or the next. */
    COMING,
    /** What the other nodes will offer next. */
    OF_OTHER_NODES,
    UNKNOWN
  }

  /** How the server is. */
  enum Weather {
    /** Each request has an outcome of its own. */
    MIXED,
    FAIR,
    /** Every request fails as the whole endpoint does. */
    DOWN,
    /** Every request of the app is refused. */
    REFUSING,
    /** No request is answered. */
    HANGING
  }

  /** When an ambush is sprung. */
  enum Moment {
    /** While the server takes the request. */
    REQUESTED,
    /** While the lease is asked for. */
    LEASED,
    /** A new token has just been put into the store. */
    STORED,
    /** A token is given to other nodes. */
    SHARED,
    /** A watcher hears of an event. */
    ANNOUNCED
  }
}
