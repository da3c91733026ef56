package dev.partnerauth.scope;

/**
 * Which tokens an operation wants: what contract section 5 asks for.
 *
 * @since 0.1.0
 */
public enum Access {
  NO_TOKEN("no token at all"),
  GENERAL_TOKEN("the general access token"),
  OWN_INTERVIEW("the general access token, or one scoped to this interview or to its party"),
  OWN_INTERVIEWS_DOCUMENT("the general access token, or one scoped to the document's interview"),
  ANY_PARTY("the general access token, or one scoped to a party of this binder"),
  SIGNER_PARTY("the general access token, or one scoped to a SIGNER of this binder"),
  OWNER_PARTY("the general access token, or one scoped to the OWNER of this binder");

  private final String sufficientToken;

  Access(String sufficientToken) {
    this.sufficientToken = sufficientToken;
  }

  /** Which token would do, as a noun phrase. */
  public String sufficientToken() {
    return sufficientToken;
  }
}
