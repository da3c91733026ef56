package dev.partnerauth.failure;

/**
 * What happened on the way to an answer that never came, or never came whole.
 *
 * @since 0.1.0
 */
public enum NetworkFault {
  UNKNOWN_HOST(
      true, "the host name has no address", "Check the base address and the name service."),
  CONNECTION_REFUSED(
      true,
      "nothing listens at that address",
      "Check the base address and the firewall, then try again."),
  NO_ROUTE(true, "no way leads to that address", "Check the network and the firewall."),
  CONNECTION_RESET(true, "the other side reset the connection", "Try again."),
  /** The usual end of a kept connection that the server had already given up. */
  CLOSED_WITHOUT_ANSWER(true, "the connection was closed before any answer", "Try again."),
  ANSWER_CUT_OFF(true, "the connection was closed in the middle of the answer", "Try again."),
  CONNECTION_LOST(true, "the connection broke", "Try again."),
  /** A handshake that fails now fails again: somebody must mend certificates or trust. */
  TLS(
      false,
      "the TLS handshake failed",
      "Check the certificates, the trust store and the host name."),
  NOT_HTTP(
      false,
      "what came back is not HTTP",
      "Check the base address: its port may be another service's."),
  PROXY_REFUSED(
      false, "the proxy refused to pass it on", "Check the proxy's address and its credentials."),
  CLIENT_CLOSED(
      false, "this client was closed", "Make another; a closed one never sends anything again.");

  private final boolean retryable;
  private final String description;
  private final String remedy;

  NetworkFault(boolean retryable, String description, String remedy) {
    this.retryable = retryable;
    this.description = description;
    this.remedy = remedy;
  }

  /** Whether the same call may succeed later without anybody mending anything. */
  public boolean retryable() {
    return retryable;
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
