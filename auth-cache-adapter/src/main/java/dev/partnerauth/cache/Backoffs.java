package dev.partnerauth.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.partnerauth.app.App;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.FailureDomain;
import dev.partnerauth.failure.ProtocolFailure.Unforeseen;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.port.UncaughtErrors;
import dev.partnerauth.token.TokenName;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The three backoffs that concern a key: its own, its app's and its endpoint's. Together they are
 * the gate before a request: closed while one of them is pausing, then open for one probe.
 * Thread-safe.
 */
final class Backoffs {

  private static final Duration KEYS_ARE_REMEMBERED_FOR = Duration.ofDays(1);

  private final TokenLoader<?, ?> loader;
  private final EndpointBackoff endpoint;
  private final Backoff<ClientId> app = Backoff.unbounded();
  private final Backoff<TokenName> keys;
  private final BackoffPace pace;
  private final AuthRuntime runtime;

  /**
   * @param endpoint shared by all who ask there
   */
  Backoffs(
      TokenLoader<?, ?> loader,
      EndpointBackoff endpoint,
      CacheSettings settings,
      AuthRuntime runtime) {
    this.loader = loader;
    this.endpoint = endpoint;
    this.pace = new BackoffPace(settings.cooldown(), runtime.time(), runtime.random());
    this.runtime = runtime;
    Cache<TokenName, BackoffState> bounded =
        Caffeine.newBuilder()
            .maximumSize(settings.remembered())
            .expireAfterWrite(KEYS_ARE_REMEMBERED_FOR)
            .ticker(runtime.time()::nanos)
            .executor(runtime.executor())
            .build();
    this.keys = new Backoff<>(bounded.asMap());
  }

  /** What closes the gate to this key. A key that is refused counts as demand for its endpoint. */
  Optional<BackoffState> closing(TokenName name) {
    long now = runtime.time().nanos();
    Optional<BackoffState> shared =
        endpoint.closing(name, now).or(() -> appState().filter(state -> !state.isDueAt(now)));
    shared.ifPresent(state -> endpoint.demanded(name));
    return shared.or(() -> keysOwn(name).filter(state -> !state.isDueAt(now)));
  }

  /** Whether anything is remembered that concerns this key, due or not. */
  boolean isAffected(TokenName name) {
    return endpoint.state().isPresent() || appState().isPresent() || keysOwn(name).isPresent();
  }

  private Optional<BackoffState> appState() {
    return app.state(loader.clientId(), this::presented);
  }

  /** A key's share in an outage closes the gate only once it failed while others did not. */
  private Optional<BackoffState> keysOwn(TokenName name) {
    return keys.state(name, this::presented)
        .filter(state -> domain(state.failure()) != FailureDomain.ENDPOINT || state.keysOwn());
  }

  /** Passes the gate, as the probe where one is due. */
  Either<BackoffState, ProbePermit> enter(TokenName name) {
    // Before the look whether they are due: what another probe has postponed since is not taken.
    Optional<BackoffState> endpoints = endpoint.state();
    Optional<BackoffState> apps = app.state(loader.clientId());
    Optional<BackoffState> own = keys.state(name);
    Optional<BackoffState> closing = closing(name);
    if (closing.isPresent()) {
      return Either.left(closing.get());
    }
    List<ProbePermit.Taken<?>> taken = new ArrayList<>();
    boolean unchanged =
        take(endpoint.backoff(), endpoint.endpoint(), endpoints, taken)
            && take(app, loader.clientId(), apps, taken)
            && take(keys, name, own, taken);
    ProbePermit permit = new ProbePermit(List.copyOf(taken));
    if (unchanged) {
      return Either.right(permit);
    }
    permit.release();
    return enter(name);
  }

  /**
   * Whether the state, if there is one, was still the same. Only what was is to be given back: by a
   * coarse clock two probes postpone to the same moment, and one must not undo the other's.
   */
  private <S> boolean take(
      Backoff<S> backoff, S subject, Optional<BackoffState> due, List<ProbePermit.Taken<?>> taken) {
    if (due.isEmpty()) {
      return true;
    }
    BackoffState postponed = pace.probing(due.get());
    if (!backoff.replace(subject, due.get(), postponed)) {
      return false;
    }
    taken.add(new ProbePermit.Taken<>(backoff, subject, due.get(), postponed));
    return true;
  }

  /**
   * Remembers a failure in its domain. What is remembered of a wider domain is dropped: the server
   * was well enough to refuse something smaller.
   *
   * @param earlier the series that the cached entry knows of
   * @return the series that the failure belongs to
   */
  BackoffState failed(
      TokenName name,
      AuthFailure failure,
      List<? extends App> presented,
      ProbePermit permit,
      Optional<BackoffState> earlier) {
    return switch (domain(failure)) {
      case CALL -> {
        permit.release();
        yield pace.after(earlier, failure, presented);
      }
      case KEY -> {
        if (!(failure instanceof Unforeseen)) {
          endpoint.recovered();
          app.recovered(loader.clientId());
        }
        yield keyFailed(name, failure, presented);
      }
      case APP -> {
        endpoint.recovered();
        BackoffState latest = pace.after(app.state(loader.clientId()), failure, presented);
        app.failed(loader.clientId(), latest);
        yield latest;
      }
      case ENDPOINT -> endpointFailed(name, failure, presented, permit);
    };
  }

  /** The first error of a program may be a passing one: its key is tried again at once. */
  private BackoffState keyFailed(
      TokenName name, AuthFailure failure, List<? extends App> presented) {
    Optional<BackoffState> series = keys.state(name);
    BackoffState latest = pace.after(series, failure, presented);
    boolean excused = failure instanceof Unforeseen && series.isEmpty();
    keys.failed(name, excused ? latest.nextAttempt(Moment.now(runtime.time())) : latest);
    return latest;
  }

  private BackoffState endpointFailed(
      TokenName name, AuthFailure failure, List<? extends App> presented, ProbePermit permit) {
    BackoffState share = keyFailed(name, failure, presented);
    if (endpoint.succeededSince(share.since())) {
      permit.release();
      keys.failed(name, share.asTheKeysOwn());
      return share;
    }
    BackoffState latest = pace.after(endpoint.state(), failure, presented);
    endpoint.failed(name, latest);
    return latest;
  }

  void succeeded(TokenName name) {
    endpoint.succeeded(runtime.time().nanos());
    app.recovered(loader.clientId());
    keys.recovered(name);
  }

  /**
   * The caller knows better than a remembered refusal: the key's is dropped, and the app is probed
   * soon; not at each rejection, since all tokens of an app may be rejected together.
   */
  void doubt(TokenName name) {
    keys.recovered(name);
    Moment now = Moment.now(runtime.time());
    app.state(loader.clientId())
        .filter(
            state -> state.attempted().plus(pace.cooldown().shortest()).isReachedAt(now.nanos()))
        .ifPresent(state -> app.replace(loader.clientId(), state, state.nextAttempt(now)));
  }

  /**
   * What the next attempt would present. An error of a program in finding out must not cost a
   * reader its live token.
   */
  List<? extends App> presented() {
    try {
      return loader.credentials();
    } catch (Throwable bug) {
      UncaughtErrors.tell(bug);
      return List.of();
    }
  }

  FailureDomain domain(AuthFailure failure) {
    return failure.domainAt(loader.endpoint().endpoint());
  }
}
