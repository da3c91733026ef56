package dev.partnerauth.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.Platform;
import dev.partnerauth.testkit.SandboxServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionsAreToldApartTest {

  /** The system gives one port of its own to connections that go to different places. */
  @Test
  void oneClientsPortMayReachTwoSandboxesOfAServer() throws IOException {
    try (SandboxServer server = SandboxServer.start();
        AuthSandbox first = server.serve(Platform.standard());
        AuthSandbox second = server.serve(Platform.standard());
        Socket toFirst = new Socket();
        Socket toSecond = new Socket()) {
      toFirst.setReuseAddress(true);
      toSecond.setReuseAddress(true);
      toFirst.bind(new InetSocketAddress(0));
      toFirst.connect(new InetSocketAddress(first.root().getHost(), first.root().getPort()));
      toSecond.bind(new InetSocketAddress(toFirst.getLocalPort()));
      toSecond.connect(new InetSocketAddress(second.root().getHost(), second.root().getPort()));

      ask(toFirst);
      ask(toSecond);

      assertThat(List.of(first.journal().entries().size(), second.journal().entries().size()))
          .containsExactly(1, 1);
    }
  }

  private static void ask(Socket socket) throws IOException {
    socket.setSoTimeout(20_000);
    socket
        .getOutputStream()
        .write("GET /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
    socket.getInputStream().readAllBytes();
  }
}
