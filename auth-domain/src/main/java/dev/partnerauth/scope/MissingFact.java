package dev.partnerauth.scope;

/**
 * What must be known before {@link ScopeRules} can say yes or no.
 *
 * @since 0.1.0
 */
public enum MissingFact {
  RESOURCE("which resource the operation touches"),
  INTERVIEW_PARTY("to which party the interview belongs"),
  DOCUMENT_INTERVIEW("to which interview the document belongs"),
  BINDER_PARTIES("the parties of the binder and their roles"),
  TOKEN_CLAIMS("the purpose and claims of the token"),
  PURPOSE_MEANING("what the token's purpose opens");

  private final String description;

  MissingFact(String description) {
    this.description = description;
  }

  /** As a noun phrase. */
  public String description() {
    return description;
  }
}
