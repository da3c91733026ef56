package dev.partnerauth.http.bearer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class RelayTest {

  private final List<String> told = new ArrayList<>();
  private final Flow.Subscription rest =
      new Flow.Subscription() {
        @Override
        public void request(long count) {
          told.add("more " + count);
        }

        @Override
        public void cancel() {
          told.add("cancelled");
        }
      };

  @Test
  void theBeginningWaitsUntilItIsAskedFor() {
    Relay relay = relay("begin");

    relay.complete();

    assertThat(told).isEmpty();
  }

  @Test
  void theEndComesAfterTheBeginning() {
    Relay relay = relay("begin");

    relay.complete();
    relay.request(1);

    assertThat(told).containsExactly("begin", "end");
  }

  @Test
  void aFailureComesAfterTheBeginning() {
    Relay relay = relay("begin");

    relay.fail(new IllegalStateException("broken"));
    relay.request(1);

    assertThat(told).containsExactly("begin", "broken");
  }

  @Test
  void whatWasAskedBeyondTheBeginningIsPassedOn() {
    Relay relay = relay("begin");

    relay.request(3);
    relay.next(List.of(ByteBuffer.wrap("next".getBytes(US_ASCII))));
    relay.request(1);

    assertThat(told).containsExactly("begin", "more 2", "next", "more 1");
  }

  @Test
  void withoutLimitStaysWithoutLimit() {
    Relay relay = relay("begin");

    relay.request(Long.MAX_VALUE);

    assertThat(told).containsExactly("begin", "more " + Long.MAX_VALUE);
  }

  @Test
  void anEmptyBodyEndsUnasked() {
    Relay relay = relay("");

    relay.complete();

    assertThat(told).containsExactly("end");
  }

  @Test
  void cancellingReachesTheSource() {
    relay("begin").cancel();

    assertThat(told).containsExactly("cancelled");
  }

  private Relay relay(String beginning) {
    return new Relay(
        beginning.getBytes(US_ASCII),
        rest,
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {}

          @Override
          public void onNext(List<ByteBuffer> buffers) {
            buffers.forEach(buffer -> told.add(US_ASCII.decode(buffer).toString()));
          }

          @Override
          public void onError(Throwable failure) {
            told.add(String.valueOf(failure.getMessage()));
          }

          @Override
          public void onComplete() {
            told.add("end");
          }
        });
  }
}
