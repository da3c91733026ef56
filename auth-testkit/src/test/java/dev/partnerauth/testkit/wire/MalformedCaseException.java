package dev.partnerauth.testkit.wire;

/** A file of the corpus cannot be read as a case. */
final class MalformedCaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedCaseException(String file, int line, String problem) {
    super("wire/" + file + ":" + line + ": " + problem);
  }
}
