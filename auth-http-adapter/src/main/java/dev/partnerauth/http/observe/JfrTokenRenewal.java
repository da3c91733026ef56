package dev.partnerauth.http.observe;

import dev.partnerauth.event.AuthEvent.TokenRenewed;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

@Name("dev.partnerauth.TokenRenewal")
@Label("Token Renewal")
@Description("A kept token was replaced by a new one before it expired")
@Category("Partner Auth")
@StackTrace(false)
final class JfrTokenRenewal extends Event {

  @Label("Client ID")
  final String clientId;

  @Label("Token Kind")
  final String tokenKind;

  @Label("Purpose")
  final String purpose;

  @Label("Age")
  @Description("Of the token that was replaced")
  @Timespan(Timespan.NANOSECONDS)
  final long age;

  @Label("Lag")
  @Description("How long the renewal was overdue")
  @Timespan(Timespan.NANOSECONDS)
  final long lag;

  JfrTokenRenewal(TokenRenewed renewed) {
    this.clientId = renewed.clientId().value();
    this.tokenKind = Names.of(renewed.label().kind());
    this.purpose = renewed.label().purpose().orElse("");
    this.age = renewed.age().toNanos();
    this.lag = renewed.lag().toNanos();
  }
}
