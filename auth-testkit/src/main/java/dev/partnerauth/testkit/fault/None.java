package dev.partnerauth.testkit.fault;

/** Nothing goes wrong. */
public record None() implements Fault {

  @Override
  public String describe() {
    return "nothing";
  }
}
