package dev.partnerauth.testkit.fault;

/**
 * One of the platform's own refusals, whatever the request deserves.
 *
 * @since 0.1.0
 */
public record Refused(Refusal refusal) implements Fault {

  @Override
  public String describe() {
    return refusal.status() + " " + refusal.text();
  }
}
