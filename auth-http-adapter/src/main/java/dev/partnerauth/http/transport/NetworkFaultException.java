package dev.partnerauth.http.transport;

import dev.partnerauth.failure.NetworkFault;
import java.io.IOException;

/**
 * A transport knows what happened better than the JDK's own exceptions could say. Its cause is the
 * client's own exception, where there was one.
 *
 * @since 0.1.0
 */
public final class NetworkFaultException extends IOException {

  private static final long serialVersionUID = 1L;

  private final NetworkFault fault;

  public NetworkFaultException(NetworkFault fault) {
    super(fault.description());
    this.fault = fault;
  }

  public NetworkFaultException(NetworkFault fault, Throwable cause) {
    super(fault.description(), cause);
    this.fault = fault;
  }

  /** What happened. */
  public NetworkFault fault() {
    return fault;
  }
}
