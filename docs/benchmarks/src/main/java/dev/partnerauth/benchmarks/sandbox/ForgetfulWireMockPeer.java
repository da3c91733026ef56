package dev.partnerauth.benchmarks.sandbox;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

/** WireMock without its journal, which would fill the heap. */
final class ForgetfulWireMockPeer {

  private ForgetfulWireMockPeer() {}

  public static void main(String[] arguments) throws Exception {
    WireMockPeer.serve(WireMockConfiguration.options().disableRequestJournal());
  }
}
