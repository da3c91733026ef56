package dev.partnerauth.benchmarks.sandbox;

import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;

/** MockWebServer as it comes, with a constant answer. */
final class MockWebServerPeer {

  private MockWebServerPeer() {}

  public static void main(String[] arguments) throws Exception {
    MockResponse answer =
        new MockResponse()
            .setHeader("Content-Type", "application/json")
            .setBody(ConstantAnswer.json());
    MockWebServer server = new MockWebServer();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer;
          }
        });
    server.start();
    Serving.at(server.getPort());
  }
}
