package dev.partnerauth.failure;

/**
 * An answer of a token endpoint that does not say success, in plain values.
 *
 * @param facts with the endpoint and the status
 * @param exchange whether the request exchanged a service token
 * @param code the error code as it came; empty where there was none
 * @param text what the server said of it as it came; empty where it said nothing
 * @param message the text, fit to be shown
 * @since 0.1.0
 */
public record ErrorResponse(
    Facts facts, boolean exchange, String code, String text, ForeignText message) {

  /** What it means. */
  public AuthFailure failure() {
    return FailureTable.failureOf(this);
  }

  /** Whether the gateway that answers with this code refuses the bearer token. */
  public static boolean refusesTheBearer(String code) {
    return FailureTable.refusesTheBearer(code);
  }

  /** Code and text may quote a secret. */
  @Override
  public String toString() {
    return "ErrorResponse[" + facts + "]";
  }
}
