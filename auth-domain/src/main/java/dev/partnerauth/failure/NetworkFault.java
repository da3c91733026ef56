package dev.partnerauth.failure;

/** What happened to a connection that brought no answer. */
public enum NetworkFault {
  UNKNOWN_HOST("the host name has no address", "Check the base address and the name service."),
  CONNECTION_REFUSED(
      "nothing listens at that address",
      "Check the base address and the firewall, then try again."),
  CONNECTION_LOST("the connection broke before the answer was whole", "Try again."),
  TLS("the TLS handshake failed", "Check the certificates, the trust store and the host name.");

  private final String description;
  private final String remedy;

  NetworkFault(String description, String remedy) {
    this.description = description;
    this.remedy = remedy;
  }

  /** As a clause. */
  public String description() {
    return description;
  }

  /** As a sentence. */
  public String remedy() {
    return remedy;
  }
}
