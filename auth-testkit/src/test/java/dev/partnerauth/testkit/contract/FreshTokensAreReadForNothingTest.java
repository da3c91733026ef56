package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.testkit.FakeAuthenticationApi;
import dev.partnerauth.testkit.settings.SeededApps;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** A call that needs a token must not pay for the cache. */
class FreshTokensAreReadForNothingTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int READS = 10_000;

  private final PartnerAuth auth =
      PartnerAuth.of(
          FakeAuthenticationApi.standard(), SeededApps.backend(), CaffeineTokenCache.standard());

  @Test
  void nothingIsAllocatedForTheAccessToken() {
    var unused = auth.accessToken().get();
    allocatedByReading();

    assertThat(allocatedByReading()).isLessThan(READS);
  }

  /** Less than a byte for each is what the measuring itself takes, and none of it is theirs. */
  private long allocatedByReading() {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int read = 0; read < READS; read++) {
      var unused = auth.accessToken();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
