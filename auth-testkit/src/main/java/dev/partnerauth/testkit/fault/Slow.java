package dev.partnerauth.testkit.fault;

/**
 * An answer that takes its time, by the platform's clock.
 *
 * @param latency before its first byte
 * @param trickling whether its bytes then come one after the other
 * @param answer what arrives in the end; not slow itself
 * @since 0.1.0
 */
public record Slow(Latency latency, boolean trickling, Fault answer) implements Fault {

  /**
   * @throws IllegalArgumentException when the answer is slow itself
   */
  public Slow {
    if (answer instanceof Slow) {
      throw new IllegalArgumentException("a slow answer that is slow again. Give one latency.");
    }
  }

  @Override
  public boolean canHappenAt(RequestKind kind) {
    return answer.canHappenAt(kind);
  }

  @Override
  public String describe() {
    String what = answer instanceof None ? "an answer" : answer.describe();
    return what + " after " + latency + (trickling ? ", byte by byte" : "");
  }
}
