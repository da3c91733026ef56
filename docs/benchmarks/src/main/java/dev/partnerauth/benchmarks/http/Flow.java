package dev.partnerauth.benchmarks.http;

import java.io.IOException;

/** Three requests, each after the one before: access token, service token, scoped token. */
interface Flow extends AutoCloseable {

  /** The scoped access token's text. */
  String run() throws Exception;

  @Override
  void close() throws IOException;
}
