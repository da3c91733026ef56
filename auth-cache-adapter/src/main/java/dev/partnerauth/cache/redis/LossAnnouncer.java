package dev.partnerauth.cache.redis;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.cache.TokenStore.RegionOwner;
import dev.partnerauth.event.AuthEvent.SharedStoreLost;
import dev.partnerauth.event.AuthEvent.SharedStoreRegained;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.port.AuthRuntime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

/**
 * Announces to the regions in use that the shared store is lost, and that it is back. Keeps no
 * region alive. Thread-safe; announces nothing while it holds its lock.
 */
final class LossAnnouncer {

  private static final ForeignText FORGOTTEN =
      ForeignText.of(
          "More than "
              + RejectionLog.OWN_LIMIT
              + " rejections are untold: the oldest are forgotten",
          List.of());

  private final Set<RedisRegion<?>> regions = Collections.newSetFromMap(new WeakHashMap<>());
  private Optional<ForeignText> loss = Optional.empty();

  /** An app in a facade: it hears of each event once, however many kinds of tokens it has. */
  private record Audience(ClientId clientId, AuthRuntime runtime) {

    static Audience of(RegionOwner owner) {
      return new Audience(owner.clientId(), owner.runtime());
    }

    void announceLoss(ForeignText reason) {
      runtime.announce(new SharedStoreLost(clientId, reason));
    }

    void announceReturn() {
      runtime.announce(new SharedStoreRegained(clientId));
    }
  }

  /** An app that comes while the shared store is lost hears of that. */
  void add(RedisRegion<?> region) {
    Audience audience = Audience.of(region.owner());
    Optional<ForeignText> news;
    synchronized (this) {
      news = audiences().contains(audience) ? Optional.empty() : loss;
      regions.add(region);
    }
    news.ifPresent(audience::announceLoss);
  }

  /** Announced once, until it is regained. */
  void lost(ForeignText reason) {
    Set<Audience> audiences;
    synchronized (this) {
      audiences = loss.isPresent() ? Set.of() : audiences();
      // That Redis is still away is no news; that rejections are forgotten is known until it is
      // back.
      loss = Optional.of(loss.filter(FORGOTTEN::equals).orElse(reason));
    }
    audiences.forEach(audience -> audience.announceLoss(reason));
  }

  /**
   * Announced once during a loss, as its reason: nodes may go on with tokens that were rejected.
   */
  void rejectionsForgotten() {
    Set<Audience> audiences;
    synchronized (this) {
      if (loss.isEmpty() || loss.get().equals(FORGOTTEN)) {
        return;
      }
      audiences = audiences();
      loss = Optional.of(FORGOTTEN);
    }
    audiences.forEach(audience -> audience.announceLoss(FORGOTTEN));
  }

  /** Announced only after a loss. */
  void regained() {
    Set<Audience> audiences;
    synchronized (this) {
      audiences = loss.isPresent() ? audiences() : Set.of();
      loss = Optional.empty();
    }
    audiences.forEach(Audience::announceReturn);
  }

  private Set<Audience> audiences() {
    return regions.stream()
        .map(region -> Audience.of(region.owner()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
