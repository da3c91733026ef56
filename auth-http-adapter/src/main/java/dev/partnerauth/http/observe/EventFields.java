package dev.partnerauth.http.observe;

import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.AccessTokenRejected;
import dev.partnerauth.event.AuthEvent.ClockSkewObserved;
import dev.partnerauth.event.AuthEvent.DeadOnArrival;
import dev.partnerauth.event.AuthEvent.ExpirationDiffers;
import dev.partnerauth.event.AuthEvent.IssueFailed;
import dev.partnerauth.event.AuthEvent.OfFailure;
import dev.partnerauth.event.AuthEvent.OfToken;
import dev.partnerauth.event.AuthEvent.RenewalFailed;
import dev.partnerauth.event.AuthEvent.SecretsAreLogged;
import dev.partnerauth.event.AuthEvent.ServedWhileRenewalFails;
import dev.partnerauth.event.AuthEvent.SharedEntryUnreadable;
import dev.partnerauth.event.AuthEvent.SharedStoreLost;
import dev.partnerauth.event.AuthEvent.TokenInvalidated;
import dev.partnerauth.event.AuthEvent.TokenIssued;
import dev.partnerauth.event.AuthEvent.TokenRenewed;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.TokenDigest;
import dev.partnerauth.token.TokenLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an event tells, as names and plain values, in a fixed order: tokens by their fingerprints,
 * durations in milliseconds, moments as ISO 8601.
 */
final class EventFields {

  /** Log stores take a bare word such as {@code event} for something of their own. */
  private static final String PREFIX = "auth.";

  private final Map<String, Object> fields = new LinkedHashMap<>();

  private EventFields() {}

  /** Of a kind that is not known here, what is common to all. */
  static Map<String, Object> of(AuthEvent event) {
    EventFields told = new EventFields();
    told.put("event", Names.of(event)).put("client_id", event.clientId().value());
    if (event instanceof OfToken ofToken) {
      told.label(ofToken.label());
    }
    if (event instanceof OfFailure ofFailure) {
      told.failure(ofFailure.failure());
    }
    told.ofATokensLife(event);
    told.ofWhatIsOdd(event);
    return told.fields;
  }

  private void label(TokenLabel label) {
    put("token_kind", Names.of(label.kind()));
    label.purpose().ifPresent(purpose -> put("purpose", purpose));
  }

  private void failure(AuthFailure failure) {
    put("failure", Names.of(failure)).put("turn", Names.turn(failure));
    failure.facts().status().ifPresent(status -> put("http_status", status));
    failure.facts().errorCode().ifPresent(code -> put("error_code", code));
    failure.facts().requestId().ifPresent(id -> put("request_id", id));
    put("tries", failure.facts().tries());
    failure.retryAfter().ifPresent(wait -> put("retry_after_ms", wait));
  }

  private void ofATokensLife(AuthEvent event) {
    if (event instanceof TokenIssued issued) {
      put("token", issued.token());
      issued.expiration().ifPresent(expiration -> put("expiration", expiration));
      put("elapsed_ms", issued.elapsed());
    } else if (event instanceof IssueFailed failed) {
      put("elapsed_ms", failed.elapsed());
    } else if (event instanceof AccessTokenRejected rejected) {
      put("token", rejected.token());
    } else if (event instanceof TokenInvalidated invalidated) {
      put("token", invalidated.token());
    } else if (event instanceof TokenRenewed renewed) {
      put("token", renewed.token()).put("replaced", renewed.replaced());
      put("age_ms", renewed.age()).put("lag_ms", renewed.lag());
    } else if (event instanceof RenewalFailed failed) {
      put("since", failed.since()).put("next_attempt", failed.nextAttempt());
    } else if (event instanceof ServedWhileRenewalFails served) {
      put("token", served.token()).put("until", served.until());
    }
  }

  private void ofWhatIsOdd(AuthEvent event) {
    if (event instanceof SecretsAreLogged logged) {
      put("loggers", String.join(" ", logged.loggers()));
    } else if (event instanceof ClockSkewObserved skew) {
      put("server_ahead_ms", skew.serverAhead());
    } else if (event instanceof ExpirationDiffers differs) {
      put("asked", differs.asked()).put("answered", differs.answered());
    } else if (event instanceof DeadOnArrival dead) {
      put("token", dead.token()).put("expiration", dead.expiration());
    } else if (event instanceof SharedStoreLost lost) {
      put("reason", lost.reason().text());
    } else if (event instanceof SharedEntryUnreadable unreadable) {
      put("reason", unreadable.reason().text());
    }
  }

  private EventFields put(String name, String value) {
    return putPlain(name, value);
  }

  private EventFields put(String name, int value) {
    return putPlain(name, value);
  }

  private EventFields put(String name, TokenDigest token) {
    return putPlain(name, token.fingerprint());
  }

  private EventFields put(String name, Duration duration) {
    return putPlain(name, duration.toMillis());
  }

  private EventFields put(String name, Instant moment) {
    return putPlain(name, moment.toString());
  }

  private EventFields putPlain(String name, Object value) {
    fields.put(PREFIX + name, value);
    return this;
  }
}
