package dev.partnerauth.testkit.fault;

/**
 * Nothing goes wrong.
 *
 * @since 0.1.0
 */
public record None() implements Fault {

  @Override
  public String describe() {
    return "nothing";
  }
}
