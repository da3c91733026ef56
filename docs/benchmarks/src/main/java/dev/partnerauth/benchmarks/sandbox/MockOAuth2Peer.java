package dev.partnerauth.benchmarks.sandbox;

import java.net.InetAddress;
import no.nav.security.mock.oauth2.MockOAuth2Server;

/** NAV's mock-oauth2-server as it comes, which signs a token for each answer. */
final class MockOAuth2Peer {

  private MockOAuth2Peer() {}

  public static void main(String[] arguments) throws Exception {
    MockOAuth2Server server = new MockOAuth2Server();
    server.start(InetAddress.getLoopbackAddress(), 0);
    Serving.at(server.baseUrl().port());
  }
}
