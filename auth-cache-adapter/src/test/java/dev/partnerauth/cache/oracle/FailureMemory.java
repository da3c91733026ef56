package dev.partnerauth.cache.oracle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.partnerauth.app.App;
import dev.partnerauth.cache.CacheSettings;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.FailureDomain;
import dev.partnerauth.failure.ProtocolFailure.Unforeseen;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.UncaughtErrors;
import dev.partnerauth.token.TokenName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Remembers failures as far as they reach: of a key, of an app, of an endpoint. What is remembered
 * holds up further attempts until one is due; then a single caller is let through to probe.
 * Thread-safe.
 */
final class FailureMemory {

  /** Keys that nobody asks for any more need not be remembered. */
  private static final Duration KEYS_ARE_FORGOTTEN_AFTER = Duration.ofDays(1);

  private final EndpointHealth endpoint;
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
      EndpointHealth endpoint,
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
            .expireAfterWrite(KEYS_ARE_FORGOTTEN_AFTER)
            .ticker(runtime.time()::nanos)
            .executor(runtime.executor())
            .build();
    this.keys = bounded.asMap();
  }

  /** What speaks against asking now, without taking leave. */
  Optional<Setback> holdingUp(TokenName name) {
    long now = runtime.time().nanos();
    Optional<Setback> wide =
        endpoint
            .holdingUp(name, now)
            .or(() -> current(app).filter(setback -> !setback.isDueAt(now)));
    if (wide.isPresent()) {
      endpoint.asked(name);
      return wide;
    }
    return ofTheKeyAlone(name).filter(setback -> !setback.isDueAt(now));
  }

  /** Whether anything is remembered that concerns this key, due or not. */
  boolean isTroubled(TokenName name) {
    return endpoint.get().isPresent()
        || current(app).isPresent()
        || ofTheKeyAlone(name).isPresent();
  }

  /** A key's share in an outage holds it up only once it failed while others did not. */
  private Optional<Setback> ofTheKeyAlone(TokenName name) {
    return current(cellOf(name))
        .filter(
            setback -> setback.failure().domain() != FailureDomain.ENDPOINT || setback.keysOwn());
  }

  /** Asks for leave; whoever is let through to probe holds up the others meanwhile. */
  Leave leave(TokenName name) {
    Optional<Setback> holdingUp = holdingUp(name);
    if (holdingUp.isPresent()) {
      return new Leave(holdingUp, List.of());
    }
    List<Leave.Claim> claims = new ArrayList<>();
    for (Cell cell : List.of(endpoint, app, cellOf(name))) {
      Optional<Setback> due = cell.get();
      if (due.isPresent()) {
        Setback claimed = claimed(due.get());
        if (!cell.replace(due.get(), claimed)) {
          claims.forEach(Leave.Claim::giveBack);
          return leave(name);
        }
        claims.add(new Leave.Claim(cell, due.get(), claimed));
      }
    }
    return new Leave(Optional.empty(), claims);
  }

  /** How long a probe may take to tell: as long as a cooldown, whatever the server asked for. */
  private Setback claimed(Setback due) {
    return next(Optional.of(due), due.failure(), due.credentials(), Optional.empty());
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
      FailureDomain domain,
      List<? extends App> presented,
      Leave leave,
      Optional<Setback> earlier) {
    return switch (domain) {
      case CALL -> {
        leave.giveBack();
        yield next(earlier, failure, presented);
      }
      case KEY -> {
        if (!(failure instanceof Unforeseen)) {
          endpoint.clear();
          app.clear();
        }
        yield ofTheKey(name, failure, presented);
      }
      case APP -> {
        endpoint.clear();
        Setback latest = next(app.get(), failure, presented);
        app.set(latest);
        yield latest;
      }
      case ENDPOINT -> {
        Setback share = ofTheKey(name, failure, presented);
        if (endpoint.succeededSince(share.sinceNanos())) {
          leave.giveBack();
          keys.put(name, share.asTheKeysOwn());
          yield share;
        }
        Setback latest = next(endpoint.get(), failure, presented);
        endpoint.failed(name, latest);
        yield latest;
      }
    };
  }

  private Setback ofTheKey(TokenName name, AuthFailure failure, List<? extends App> presented) {
    Optional<Setback> series = Optional.ofNullable(keys.get(name));
    Setback latest = next(series, failure, presented);
    Setback kept =
        failure instanceof Unforeseen && series.isEmpty() ? latest.due(runtime.time()) : latest;
    keys.put(name, kept);
    return latest;
  }

  /** A token was issued: all is well. */
  void succeeded(TokenName name) {
    endpoint.succeeded(runtime.time().nanos());
    if (app.get().isPresent()) {
      app.clear();
    }
    keys.remove(name);
  }

  /**
   * Somebody knows better: refusals are no longer held against this key, and the app is probed
   * soon; not with every rejection, since all of an app's tokens may be rejected together.
   */
  void doubtRefusals(TokenName name) {
    keys.remove(name);
    app.get()
        .filter(
            setback ->
                runtime.time().nanos() - setback.attemptedNanos()
                    >= settings.cooldown().shortest().toNanos())
        .ifPresent(setback -> app.replace(setback, setback.due(runtime.time())));
  }

  /**
   * What the next attempt would present. A program's error in finding out must not cost a reader
   * its live token: it is told to whoever hears of such.
   */
  List<? extends App> presented() {
    try {
      return credentials.get();
    } catch (Throwable bug) {
      UncaughtErrors.tell(bug);
      return List.of();
    }
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

  private Setback next(
      Optional<Setback> series, AuthFailure failure, List<? extends App> presented) {
    return next(series, failure, presented, failure.retryAfter());
  }

  /** The series goes on, unless it was left alone for so long that this is another one. */
  private Setback next(
      Optional<Setback> series,
      AuthFailure failure,
      List<? extends App> presented,
      Optional<Duration> retryAfter) {
    long now = runtime.time().nanos();
    long leftAlone = now - settings.cooldown().longest().toNanos();
    Optional<Setback> lasting = series.filter(setback -> !setback.isDueAt(leftAlone));
    Duration failingFor = lasting.map(setback -> setback.failingFor(now)).orElse(Duration.ZERO);
    Duration wait = cooldown(failingFor, retryAfter);
    return lasting
        .map(setback -> setback.again(failure, presented, runtime.time(), wait))
        .orElseGet(() -> Setback.first(failure, presented, runtime.time(), wait));
  }

  private Duration cooldown(Duration failingFor, Optional<Duration> retryAfter) {
    // Drawn from the upper quarter, so that a server that was away for three seconds is found back
    // within half a second.
    double jitter = 0.75 + runtime.random().nextDouble() / 4;
    return settings.cooldown().next(failingFor, jitter, retryAfter);
  }

  private Cell cellOf(TokenName name) {
    return new Cell() {
      @Override
      public Optional<Setback> get() {
        return Optional.ofNullable(keys.get(name));
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

    boolean replace(Setback expected, Setback setback);

    void clear();
  }
}
