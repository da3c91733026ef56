package dev.partnerauth.testkit.contract;

import dev.partnerauth.port.TokenCache;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/**
 * What every {@link TokenCache} does that keeps tokens with the domain's standard policy and
 * cooldown, in this process or on others too. Extend it, say which cache is to be tested, and run
 * it with JUnit.
 *
 * <p>The cache must take time, delays and threads from the runtime that it is given: the suite
 * moves the time by hand, so that hours pass in milliseconds, and no test sleeps.
 *
 * @since 0.1.0
 */
public abstract class TokenCacheContract {

  protected TokenCacheContract() {}

  /**
   * A cache that keeps nothing yet, and lets go of no token because nobody asks for it: days pass
   * between two reads. Asked for once in each test.
   */
  protected abstract TokenCache cache();

  /**
   * How long, in real time, an answer may take before a test gives up. Only a broken cache is
   * waited for that long.
   */
  protected Duration patience() {
    return Duration.ofSeconds(30);
  }

  @Nested
  class WithoutAToken extends ColdKeys {
    WithoutAToken() {
      super(TokenCacheContract.this);
    }
  }

  @Nested
  class WithALivingToken extends LivingTokens {
    WithALivingToken() {
      super(TokenCacheContract.this);
    }
  }

  @Nested
  class WithAFailingServer extends FailingServers {
    WithAFailingServer() {
      super(TokenCacheContract.this);
    }
  }

  @Nested
  class WithARememberedFailure extends RememberedFailures {
    WithARememberedFailure() {
      super(TokenCacheContract.this);
    }
  }

  @Nested
  class WithALookAtItsStanding extends Standings {
    WithALookAtItsStanding() {
      super(TokenCacheContract.this);
    }
  }

  @Nested
  class WithARejectedToken extends Rejections {
    WithARejectedToken() {
      super(TokenCacheContract.this);
    }
  }

  @Nested
  class WithAnOddArrival extends OddArrivals {
    WithAnOddArrival() {
      super(TokenCacheContract.this);
    }
  }

  @Nested
  class WithAWatcher extends ToldEvents {
    WithAWatcher() {
      super(TokenCacheContract.this);
    }
  }
}
