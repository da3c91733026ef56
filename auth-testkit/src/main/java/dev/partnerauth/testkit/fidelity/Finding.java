package dev.partnerauth.testkit.fidelity;

/**
 * What a probe found out.
 *
 * @since 0.1.0
 */
public sealed interface Finding {

  /** The platform does as the sandbox does. */
  record Confirmed() implements Finding {}

  /**
   * The platform does something else.
   *
   * @param came what it did, without secrets
   */
  record Contradicted(String came) implements Finding {}

  /**
   * Nobody knows as yet.
   *
   * @param why without secrets
   */
  record Undecided(String why) implements Finding {}
}
