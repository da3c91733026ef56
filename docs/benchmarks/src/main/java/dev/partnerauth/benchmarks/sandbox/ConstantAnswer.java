package dev.partnerauth.benchmarks.sandbox;

/** As long as the sandbox's answer, and always the same. */
final class ConstantAnswer {

  static final int LENGTH = 1_064;

  private ConstantAnswer() {}

  static String json() {
    String begin = "{\"access_token\":\"";
    String end = "\"}";
    return begin + "x".repeat(LENGTH - begin.length() - end.length()) + end;
  }
}
