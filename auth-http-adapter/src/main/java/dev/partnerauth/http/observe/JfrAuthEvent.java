package dev.partnerauth.http.observe;

import dev.partnerauth.event.AuthEvent;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Whatever has no recorded type of its own. */
@Name("dev.partnerauth.AuthEvent")
@Label("Auth Event")
@Description("Something that happened to tokens")
@Category("Partner Auth")
@StackTrace(false)
final class JfrAuthEvent extends Event {

  @Label("Event")
  final String event;

  @Label("Severity")
  final String severity;

  @Label("Client ID")
  final String clientId;

  @Label("Facts")
  @Description("Names and values, as a log line has them")
  final String facts;

  JfrAuthEvent(AuthEvent event) {
    this.event = Names.of(event);
    this.severity = event.severity().name();
    this.clientId = event.clientId().value();
    this.facts = EventFields.of(event).toString();
  }
}
