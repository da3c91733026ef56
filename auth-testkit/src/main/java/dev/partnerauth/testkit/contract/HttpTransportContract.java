package dev.partnerauth.testkit.contract;

import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.http.transport.HttpTransport;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/**
 * What every {@link HttpTransport} does, told by servers on loopback: one that answers well, and
 * one on bare sockets that does not. Extend it, say which transport is to be tested, and run it
 * with JUnit.
 *
 * <p>Clients differ in how much they can tell of a trouble. Where they rightly do, the suite takes
 * any answer that leads to the right action; where an exchange that failed would be taken for an
 * answer, or one transport's trouble would spoil its next call, it takes none.
 *
 * @since 0.1.0
 */
public abstract class HttpTransportContract {

  protected HttpTransportContract() {}

  /**
   * A transport that keeps to these limits: the time for an answer and for closing, as many
   * connections as it can be told, and the certificates, which are the JVM's own. Each is closed at
   * the end of its test.
   */
  protected abstract HttpTransport transport(NetworkSettings settings);

  /**
   * How long an answer may take, in real time, before a test gives up. Only a broken transport is
   * waited for that long.
   */
  protected Duration patience() {
    return Duration.ofSeconds(30);
  }

  @Nested
  class WithARequest extends SentRequests {
    WithARequest() {
      super(HttpTransportContract.this);
    }
  }

  @Nested
  class WithAnAnswer extends BroughtAnswers {
    WithAnAnswer() {
      super(HttpTransportContract.this);
    }
  }

  @Nested
  class WithALimit extends AnswerSizes {
    WithALimit() {
      super(HttpTransportContract.this);
    }
  }

  @Nested
  class WithATemptation extends Temptations {
    WithATemptation() {
      super(HttpTransportContract.this);
    }
  }

  @Nested
  class WithManyRequests extends ManyRequests {
    WithManyRequests() {
      super(HttpTransportContract.this);
    }
  }

  @Nested
  class WithADeadline extends Deadlines {
    WithADeadline() {
      super(HttpTransportContract.this);
    }
  }

  @Nested
  class WithTroubleOnTheWay extends NetworkTroubles {
    WithTroubleOnTheWay() {
      super(HttpTransportContract.this);
    }
  }

  @Nested
  class WithAnEnd extends ClosedTransports {
    WithAnEnd() {
      super(HttpTransportContract.this);
    }
  }
}
