package dev.partnerauth.benchmarks.sandbox;

import dev.partnerauth.testkit.AuthSandbox;

/** The sandbox as it comes, which signs a token for each answer and keeps a journal. */
final class OurServer {

  private OurServer() {}

  public static void main(String[] arguments) throws Exception {
    Serving.at(AuthSandbox.start().root().getPort());
  }
}
