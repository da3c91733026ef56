package dev.partnerauth.port;

/**
 * Tells of errors of a program that nobody is there to catch, as the JVM would.
 *
 * @since 0.1.0
 */
public final class UncaughtErrors {

  private UncaughtErrors() {}

  /** To the handler of this thread. What the handler throws is ignored, as the JVM ignores it. */
  public static void tell(Throwable thrown) {
    Thread thread = Thread.currentThread();
    try {
      thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
    } catch (Throwable handlersOwn) {
      // Whoever waits for a token must not pay for it.
    }
  }
}
