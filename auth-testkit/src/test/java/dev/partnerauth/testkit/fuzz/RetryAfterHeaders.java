package dev.partnerauth.testkit.fuzz;

import static dev.partnerauth.testkit.fuzz.Shown.check;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.http.transport.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whatever stands in {@code Retry-After}, nobody waits for longer than a day. */
public final class RetryAfterHeaders {

  private RetryAfterHeaders() {}

  /** Loading classes takes seconds, which no input is to be blamed for. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput(new byte[0]);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    ScriptedCall call = ScriptedCall.ACCESS_TOKEN;
    String value = new String(call.splices().into(input), UTF_8);

    Object failure =
        call.answeredWith(new HttpResponse(503, Map.of("Retry-After", List.of(value)), new byte[0]))
            .getLeft();

    check(failure instanceof Unavailable, "a 503 is an outage");
    Optional<Duration> wait = ((Unavailable) failure).retryAfter();
    wait.ifPresent(Failures::isFollowable);
    if (value.strip().matches("[0-9]{1,5}")) {
      long asked = Math.min(Long.parseLong(value.strip()), 86_400);
      check(wait.equals(Optional.of(Duration.ofSeconds(asked))), "as many seconds as were asked");
    }
  }
}
