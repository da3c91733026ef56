package dev.partnerauth.cache.redis;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.cache.TokenStore.RegionOwner;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.SharedStoreLost;
import dev.partnerauth.event.AuthEvent.SharedStoreRegained;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.port.AuthRuntime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;

/**
 * The regions that are in use, to be told what concerns them all. Keeps none of them alive.
 * Thread-safe; tells nobody anything while it holds its lock.
 */
final class RedisRegions {

  private static final ForeignText FORGOTTEN =
      ForeignText.of(
          "More than " + OwnRejections.LIMIT + " rejections are untold: the oldest are forgotten",
          List.of());

  private final Set<RedisRegion<?>> regions = Collections.newSetFromMap(new WeakHashMap<>());
  private Optional<ForeignText> loss = Optional.empty();

  /** Each app in each facade hears of a loss or a return once, whatever the kinds of its tokens. */
  private record Audience(ClientId clientId, AuthRuntime runtime) {

    static Audience of(RegionOwner owner) {
      return new Audience(owner.clientId(), owner.runtime());
    }

    void announce(Function<ClientId, AuthEvent> event) {
      runtime.announce(event.apply(clientId));
    }
  }

  /** Who comes while the shared store is lost hears of that. */
  void add(RedisRegion<?> region) {
    Audience audience = Audience.of(region.owner());
    Optional<ForeignText> news = Optional.empty();
    synchronized (this) {
      if (!audiences().contains(audience)) {
        news = loss;
      }
      regions.add(region);
    }
    news.ifPresent(reason -> audience.announce(clientId -> new SharedStoreLost(clientId, reason)));
  }

  /** Heard once, until it is regained. */
  void lost(ForeignText reason) {
    Set<Audience> audiences;
    synchronized (this) {
      audiences = loss.isPresent() ? Set.of() : audiences();
      loss = Optional.of(reason);
    }
    audiences.forEach(
        audience -> audience.announce(clientId -> new SharedStoreLost(clientId, reason)));
  }

  /** Heard once during a loss, as its reason: nodes may go on with tokens that were rejected. */
  void rejectionsForgotten() {
    Set<Audience> audiences;
    synchronized (this) {
      boolean isNews = loss.filter(reason -> !reason.equals(FORGOTTEN)).isPresent();
      audiences = isNews ? audiences() : Set.of();
      loss = isNews ? Optional.of(FORGOTTEN) : loss;
    }
    audiences.forEach(
        audience -> audience.announce(clientId -> new SharedStoreLost(clientId, FORGOTTEN)));
  }

  /** Heard only after a loss. */
  void regained() {
    Set<Audience> audiences;
    synchronized (this) {
      audiences = loss.isPresent() ? audiences() : Set.of();
      loss = Optional.empty();
    }
    audiences.forEach(audience -> audience.announce(SharedStoreRegained::new));
  }

  void rejectedElsewhere(Rejection rejection) {
    for (RedisRegion<?> region : inUse()) {
      region.rejectedElsewhere(rejection);
    }
  }

  private synchronized List<RedisRegion<?>> inUse() {
    return new ArrayList<>(regions);
  }

  private Set<Audience> audiences() {
    Set<Audience> audiences = new LinkedHashSet<>();
    for (RedisRegion<?> region : inUse()) {
      audiences.add(Audience.of(region.owner()));
    }
    return audiences;
  }
}
