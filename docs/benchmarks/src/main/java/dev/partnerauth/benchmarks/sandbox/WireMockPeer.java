package dev.partnerauth.benchmarks.sandbox;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

/** WireMock as it comes, with a constant answer. */
final class WireMockPeer {

  private WireMockPeer() {}

  public static void main(String[] arguments) throws Exception {
    serve(options());
  }

  static void serve(WireMockConfiguration options) throws Exception {
    WireMockServer server = new WireMockServer(options.dynamicPort().bindAddress("127.0.0.1"));
    server.stubFor(post(Peer.PATH).willReturn(okJson(ConstantAnswer.json())));
    server.start();
    Serving.at(server.port());
  }
}
