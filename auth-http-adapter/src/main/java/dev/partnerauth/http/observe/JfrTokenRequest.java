package dev.partnerauth.http.observe;

import dev.partnerauth.event.AuthEvent.IssueFailed;
import dev.partnerauth.event.AuthEvent.TokenIssued;
import dev.partnerauth.token.TokenLabel;
import java.time.Duration;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** Its time of recording is when it ended. */
@Name("dev.partnerauth.TokenRequest")
@Label("Token Request")
@Description("A request for a token, with what had to be obtained first")
@Category("Partner Auth")
@StackTrace(false)
final class JfrTokenRequest extends Event {

  @Label("Client ID")
  final String clientId;

  @Label("Token Kind")
  final String tokenKind;

  @Label("Purpose")
  final String purpose;

  @Label("Outcome")
  final String outcome;

  @Label("Failure")
  final String failure;

  @Label("Elapsed")
  @Timespan(Timespan.NANOSECONDS)
  final long elapsed;

  private JfrTokenRequest(TokenLabel label, String outcome, String failure, Duration elapsed) {
    this.clientId = label.clientId().value();
    this.tokenKind = Names.of(label.kind());
    this.purpose = label.purpose().orElse("");
    this.outcome = outcome;
    this.failure = failure;
    this.elapsed = elapsed.toNanos();
  }

  static JfrTokenRequest of(TokenIssued issued) {
    return new JfrTokenRequest(issued.label(), "issued", "", issued.elapsed());
  }

  static JfrTokenRequest of(IssueFailed failed) {
    return new JfrTokenRequest(
        failed.label(), Names.turn(failed.failure()), Names.of(failed.failure()), failed.elapsed());
  }
}
