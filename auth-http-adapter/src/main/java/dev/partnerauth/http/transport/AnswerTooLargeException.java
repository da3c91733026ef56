package dev.partnerauth.http.transport;

import java.io.IOException;

/**
 * An answer has more bytes than the request accepts.
 *
 * @since 0.1.0
 */
public final class AnswerTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int largestAnswer;

  public AnswerTooLargeException(int largestAnswer) {
    super("the answer has more than " + largestAnswer + " bytes");
    this.largestAnswer = largestAnswer;
  }

  /** The number of bytes that was accepted. */
  public int largestAnswer() {
    return largestAnswer;
  }
}
