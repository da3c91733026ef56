package dev.partnerauth.testkit.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * What goes wrong with one answer. Immutable. Put into a {@link FaultPlan}.
 *
 * @since 0.1.0
 */
public sealed interface Fault
    permits Refused, GatewayError, OddToken, OddAnswer, BrokenConnection, Slow, None {

  /** As a noun phrase. */
  String describe();

  /** Whether such a request can meet with it: only a token endpoint can give an odd token. */
  default boolean canHappenAt(RequestKind kind) {
    boolean odd = this instanceof OddToken || this instanceof OddAnswer;
    return kind != RequestKind.OTHER && !(odd && kind == RequestKind.OPERATION);
  }

  /** Nothing: the answer that a sequence lets through. */
  static Fault none() {
    return new None();
  }

  /** One of the platform's documented refusals. */
  static Fault refused(Refusal refusal) {
    return new Refused(refusal);
  }

  /** 429 by the gateway's spike arrest, which tells no time. */
  static GatewayError rateLimited() {
    return spikeArrest(429);
  }

  /** The same with status 500, as the gateway answers by default. */
  static GatewayError rateLimitedWithStatus500() {
    return spikeArrest(500);
  }

  /** 429 by the gateway's quota. */
  static GatewayError quotaExceeded(Duration retryAfter) {
    return new GatewayError(
            429,
            Optional.of("policies.ratelimit.QuotaViolation"),
            "Rate limit quota violation. Quota limit exceeded.",
            Optional.empty())
        .retryAfter(retryAfter);
  }

  private static GatewayError spikeArrest(int status) {
    return new GatewayError(
        status,
        Optional.of("policies.ratelimit.SpikeArrestViolation"),
        "Spike arrest violation. Allowed rate: 10ps",
        Optional.empty());
  }

  /** 503 by the gateway, which cannot reach the platform. */
  static GatewayError unavailable() {
    return new GatewayError(
        503,
        Optional.of("messaging.adaptors.http.flow.ServiceUnavailable"),
        "The Service is temporarily unavailable",
        Optional.empty());
  }

  /**
   * A load balancer's page.
   *
   * @param status 502, 503 or 504 as a rule
   */
  static GatewayError htmlPage(int status) {
    return new GatewayError(status, Optional.empty(), "Bad Gateway", Optional.empty());
  }

  /** A token whose expiration lies in the past. */
  static Fault expiredOnArrival() {
    return new OddToken(true, Optional.empty(), Duration.ZERO);
  }

  /** A token that is refused from then on, whatever it says of itself. */
  static Fault revokedAfter(Duration life) {
    return new OddToken(false, Optional.of(life), Duration.ZERO);
  }

  /** A token issued by a clock that is ahead, or behind by a negative duration. */
  static Fault skewedClock(Duration ahead) {
    return new OddToken(false, Optional.empty(), ahead);
  }

  static Fault truncatedToken() {
    return new OddAnswer.TruncatedToken();
  }

  /** A granted answer that lacks a field, by its name on the wire. */
  static Fault withoutField(String field) {
    return new OddAnswer.WithoutField(field);
  }

  static Fault numbersAsNumbers() {
    return new OddAnswer.NumbersAsNumbers();
  }

  static Fault numbersAsStrings() {
    return new OddAnswer.NumbersAsStrings();
  }

  /** Status 200 with a page for people. */
  static Fault notJson() {
    return new OddAnswer.NotJson();
  }

  static Fault connectionReset() {
    return BrokenConnection.RESET;
  }

  static Fault closedInMidBody() {
    return BrokenConnection.CLOSED_IN_MID_BODY;
  }

  static Fault emptyAnswer() {
    return BrokenConnection.EMPTY_ANSWER;
  }

  static Fault garbage() {
    return BrokenConnection.GARBAGE;
  }

  /** The request is read and never answered. */
  static Fault stall() {
    return BrokenConnection.STALL;
  }

  /** The usual answer, late. */
  static Fault slow(Latency latency) {
    return none().after(latency);
  }

  /** The usual answer, byte by byte. */
  static Fault trickle() {
    return new Slow(Latency.fixed(Duration.ZERO), true, none());
  }

  /** This one, late. */
  default Fault after(Latency latency) {
    return new Slow(latency, false, this);
  }
}
