package dev.partnerauth.scope;

/** What a party is in a binder; a party may be several of these. */
public enum PartyRole {
  OWNER,
  SIGNER,
  VIEWER
}
