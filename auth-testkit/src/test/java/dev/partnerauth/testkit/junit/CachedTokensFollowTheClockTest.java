package dev.partnerauth.testkit.junit;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.http.settings.HttpSettings;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.journal.Count;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.testkit.time.MovableTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** As docs/testing.md shows it. */
@AuthSandboxTest(stoppedAt = "2026-01-31T09:00:00Z")
class CachedTokensFollowTheClockTest {

  @Test
  void aTokenIsKeptForItsLife(AuthSandbox sandbox, MovableTime time, AuthRuntime runtime) {
    try (HttpAuthenticationApi api =
        HttpAuthenticationApi.of(
            BaseAddress.of(sandbox.base()).get(), HttpSettings.standard(), runtime)) {
      PartnerAuth auth =
          PartnerAuth.of(api, SeededApps.backend(), CaffeineTokenCache.standard(), runtime);
      auth.accessToken();
      time.advance(Duration.ofHours(1));
      auth.accessToken();
      sandbox.journal().accessTokensIssued(Count.once());
      time.advance(Duration.ofHours(10));
      auth.accessToken();
      sandbox.journal().accessTokensIssued(Count.times(2));
    }
  }
}
