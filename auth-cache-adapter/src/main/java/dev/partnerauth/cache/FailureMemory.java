package dev.partnerauth.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.partnerauth.app.App;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Reach;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.token.TokenName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Remembers failures as far as they reach: of a key, of an app, of an endpoint. What is remembered
 * holds up further attempts until one is due; then a single caller is let through to probe.
 */
final class FailureMemory {

  private final SetbackCell endpoint;
  private final SetbackCell app = new SetbackCell();
  private final ConcurrentMap<TokenName, Setback> keys;
  private final Supplier<List<? extends App>> credentials;
  private final CacheSettings settings;
  private final AuthRuntime runtime;

  /**
   * @param endpoint shared by everybody who asks there
   * @param credentials what the next attempt would present
   */
  FailureMemory(
      SetbackCell endpoint,
      Supplier<List<? extends App>> credentials,
      CacheSettings settings,
      AuthRuntime runtime) {
    this.endpoint = endpoint;
    this.credentials = credentials;
    this.settings = settings;
    this.runtime = runtime;
    Cache<TokenName, Setback> bounded =
        Caffeine.newBuilder()
            .maximumSize(settings.remembered())
            .executor(runtime.executor())
            .build();
    this.keys = bounded.asMap();
  }

  /**
   * Whether to ask now.
   *
   * @param heldUpBy what speaks against it
   * @param probe whether this is the one attempt after a failure: it is to be sent once
   */
  record Leave(Optional<Setback> heldUpBy, boolean probe) {}

  /** What speaks against asking now, without taking leave. */
  Optional<Setback> holdingUp(TokenName name) {
    long now = runtime.time().nanos();
    return endpoint
        .get()
        .filter(setback -> !setback.isDueAt(now))
        .or(() -> current(app).filter(setback -> !setback.isDueAt(now)))
        .or(() -> current(cellOf(name)).filter(setback -> !setback.isDueAt(now)));
  }

  /** Asks for leave; whoever is let through to probe holds up the others meanwhile. */
  Leave leave(TokenName name) {
    Optional<Setback> holdingUp = holdingUp(name);
    if (holdingUp.isPresent()) {
      return new Leave(holdingUp, false);
    }
    boolean probe = false;
    for (Cell cell : List.of(endpoint, app, cellOf(name))) {
      Optional<Setback> due = cell.get();
      if (due.isPresent()) {
        probe = true;
        Setback claimed = again(due.get(), due.get().failure(), due.get().credentials());
        if (!cell.replace(due.get(), claimed)) {
          return new Leave(cell.get(), false);
        }
      }
    }
    return new Leave(Optional.empty(), probe);
  }

  /**
   * Remembers a failure as far as it reaches. What reaches further is forgotten: the server was
   * well enough to refuse something smaller.
   *
   * @param earlier the series that a kept token knows of
   * @return the series that it belongs to
   */
  Setback failed(
      TokenName name,
      AuthFailure failure,
      List<? extends App> presented,
      Optional<Setback> earlier) {
    Reach reach = failure.reach();
    if (reach == Reach.KEY || reach == Reach.APP) {
      endpoint.clear();
    }
    if (reach == Reach.KEY) {
      app.clear();
    }
    Cell cell =
        switch (reach) {
          case ENDPOINT -> endpoint;
          case APP -> app;
          case KEY -> cellOf(name);
          case CALL -> new SetbackCell();
        };
    Setback latest =
        cell.get()
            .or(() -> earlier)
            .map(series -> again(series, failure, presented))
            .orElseGet(() -> first(failure, presented));
    cell.set(latest);
    return latest;
  }

  /** A token was issued: all is well. */
  void succeeded(TokenName name) {
    endpoint.clear();
    app.clear();
    keys.remove(name);
  }

  /**
   * What the next attempt would present. A program's error in finding out must not cost a reader
   * its live token: it is told to whoever hears of such.
   */
  List<? extends App> presented() {
    try {
      return credentials.get();
    } catch (RuntimeException bug) {
      UncaughtErrors.tell(bug);
      return List.of();
    }
  }

  /** Somebody knows better: refusals are no longer held against this key and app. */
  void forgetRefusals(TokenName name) {
    app.clear();
    keys.remove(name);
  }

  /** Refusals stand for as long as the same credentials would be presented. */
  private Optional<Setback> current(Cell cell) {
    Optional<Setback> setback = cell.get();
    if (setback.isPresent() && !setback.get().credentials().equals(presented())) {
      cell.clear();
      return Optional.empty();
    }
    return setback;
  }

  private Setback first(AuthFailure failure, List<? extends App> presented) {
    return Setback.first(
        failure, presented, runtime.time(), settings.cooldown(), runtime.random().nextDouble());
  }

  private Setback again(Setback series, AuthFailure failure, List<? extends App> presented) {
    return series.again(
        failure, presented, runtime.time(), settings.cooldown(), runtime.random().nextDouble());
  }

  private Cell cellOf(TokenName name) {
    return new Cell() {
      @Override
      public Optional<Setback> get() {
        return Optional.ofNullable(keys.get(name));
      }

      @Override
      public void set(Setback setback) {
        keys.put(name, setback);
      }

      @Override
      public boolean replace(Setback expected, Setback setback) {
        return keys.replace(name, expected, setback);
      }

      @Override
      public void clear() {
        keys.remove(name);
      }
    };
  }

  /** Where one series of failures is remembered. */
  interface Cell {
    Optional<Setback> get();

    void set(Setback setback);

    boolean replace(Setback expected, Setback setback);

    void clear();
  }
}
