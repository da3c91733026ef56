package dev.partnerauth.testkit.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * What the gateway, or a load balancer before it, answers in the platform's stead.
 *
 * @param code the gateway's {@code errorcode}; nothing for a page of HTML
 * @param text the gateway's {@code faultstring}, or the page's title
 * @param retryAfter what {@code Retry-After} says
 * @since 0.1.0
 */
public record GatewayError(
    int status, Optional<String> code, String text, Optional<Duration> retryAfter)
    implements Fault {

  /** With a {@code Retry-After}, in whole seconds. */
  public GatewayError retryAfter(Duration wait) {
    return new GatewayError(status, code, text, Optional.of(wait));
  }

  @Override
  public String describe() {
    return "status "
        + status
        + code.map(name -> " with " + name).orElse(" with a page of HTML")
        + retryAfter.map(wait -> ", Retry-After " + wait.toSeconds()).orElse("");
  }
}
