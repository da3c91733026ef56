package dev.partnerauth.scope;

/**
 * Why a token does not open an operation, and which one would.
 *
 * @since 0.1.0
 */
public record ScopeViolation(Scope scope, Operation operation, Reason reason) {

  /** Why not. */
  public enum Reason {
    GENERAL_TOKEN_ONLY("only the general access token opens it"),
    OTHER_INTERVIEW("the token is scoped to another interview"),
    OTHER_PARTYS_INTERVIEW("the interview belongs to another party"),
    NOT_FOR_PARTIES("the token is scoped to a party, not to an interview"),
    NOT_FOR_INTERVIEWS("the token is scoped to an interview, not to a party of the binder"),
    NOT_A_PARTY("the token's party does not belong to the binder"),
    ROLE_MISSING("the token's party does not have the role in the binder");

    private final String description;

    Reason(String description) {
      this.description = description;
    }

    /** As a clause. */
    public String description() {
      return description;
    }
  }

  /** Which token would do, as a noun phrase. */
  public String sufficientToken() {
    return operation.access().sufficientToken();
  }

  /** Operation, reason and cure in one line. */
  public String describe() {
    return operation + " is refused: " + reason.description() + ". Use " + sufficientToken() + ".";
  }
}
