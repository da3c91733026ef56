package dev.partnerauth.testkit.fault;

/**
 * The platform has answered, and its answer does not arrive.
 *
 * @since 0.1.0
 */
public enum BrokenConnection implements Fault {
  RESET("a connection that is reset"),
  CLOSED_IN_MID_BODY("a connection that is closed in mid-body"),
  EMPTY_ANSWER("a connection that is closed without a byte"),
  GARBAGE("bytes that are not HTTP"),
  STALL("an answer that never begins");

  private final String description;

  BrokenConnection(String description) {
    this.description = description;
  }

  @Override
  public String describe() {
    return description;
  }
}
