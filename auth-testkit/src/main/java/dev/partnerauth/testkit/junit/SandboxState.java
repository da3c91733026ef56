package dev.partnerauth.testkit.junit;

/** Not thrown: stands beside the failure of a test, and tells what the platform had seen. */
final class SandboxState extends Exception {

  private static final long serialVersionUID = 1;

  SandboxState(String state) {
    super("What the sandbox had seen:\n" + state, null, false, false);
  }
}
