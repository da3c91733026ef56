package dev.partnerauth.scope;

/**
 * What a party is in a binder; a party may be several of these.
 *
 * @since 0.1.0
 */
public enum PartyRole {
  OWNER,
  SIGNER,
  VIEWER
}
