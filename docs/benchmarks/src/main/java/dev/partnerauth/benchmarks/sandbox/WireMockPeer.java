package dev.partnerauth.benchmarks.sandbox;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

/** WireMock with a constant answer. */
final class WireMockPeer {

  private WireMockPeer() {}

  /**
   * @param arguments any one turns its journal off, which keeps every request as it comes
   */
  public static void main(String[] arguments) throws Exception {
    WireMockConfiguration options = options().dynamicPort().bindAddress("127.0.0.1");
    if (arguments.length > 0) {
      options.disableRequestJournal();
    }
    WireMockServer server = new WireMockServer(options);
    server.stubFor(post(Peer.PATH).willReturn(okJson(ConstantAnswer.json())));
    server.start();
    Serving.at(server.port());
  }
}
