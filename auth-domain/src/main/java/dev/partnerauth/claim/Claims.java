package dev.partnerauth.claim;

import dev.partnerauth.violation.FieldRule;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The claims of one request or token: names and values, in the order in which they were made.
 * Immutable; equal when the same names have the same values. Prints the names only, since values
 * may identify an end user.
 *
 * @since 0.1.0
 */
public final class Claims {

  /** The greatest length of a claim's value, in characters (our own bound; none is published). */
  public static final int MAXIMUM_VALUE_LENGTH = 512;

  private static final Claims NONE = new Claims(Map.of());

  private final transient Map<ClaimName, String> values;

  private Claims(Map<ClaimName, String> values) {
    this.values = values;
  }

  public static Claims none() {
    return NONE;
  }

  public static Claims of(InterviewId interviewId) {
    return NONE.and(interviewId);
  }

  public static Claims of(Upid upid) {
    return NONE.and(upid);
  }

  public Claims and(InterviewId interviewId) {
    return put(ClaimName.INTERVIEW_ID, interviewId.value());
  }

  public Claims and(Upid upid) {
    return put(ClaimName.UPID, upid.value());
  }

  public Claims and(PartnerEndUserId partnerEndUserId) {
    return put(ClaimName.PARTNER_END_USER_ID, partnerEndUserId.value());
  }

  /**
   * These claims and one more, whose value follows the rule of all claim values; the same name
   * again replaces it.
   */
  public Either<Violation, Claims> and(ClaimName name, String value) {
    return new FieldRule(name.value(), MAXIMUM_VALUE_LENGTH)
        .check(value)
        .map(valid -> put(name, valid));
  }

  /** Most tokens have a single claim, which needs no table to be found in. */
  private Claims put(ClaimName name, String value) {
    if (values.isEmpty()) {
      return new Claims(Map.of(name, value));
    }
    Map<ClaimName, String> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Claims(Collections.unmodifiableMap(more));
  }

  public Optional<String> value(ClaimName name) {
    return Optional.ofNullable(values.get(name));
  }

  public Optional<InterviewId> interviewId() {
    return value(ClaimName.INTERVIEW_ID).map(InterviewId::new);
  }

  public Optional<Upid> upid() {
    return value(ClaimName.UPID).map(Upid::new);
  }

  public Set<ClaimName> names() {
    return values.keySet();
  }

  /** Unmodifiable, in the order in which the claims were made. */
  public Map<ClaimName, String> asMap() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Claims claims && values.equals(claims.values);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(values);
  }

  @Override
  public String toString() {
    return "Claims" + values.keySet();
  }
}
