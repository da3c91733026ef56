package dev.partnerauth.benchmarks.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.partnerauth.benchmarks.Children;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * A {@link FixedServer} in a Java of its own.
 *
 * @param base its address
 */
record ServerProcess(Process process, URI base) implements AutoCloseable {

  static ServerProcess start(Duration latency) throws IOException {
    Process process =
        Children.startListening(
            FixedServer.class,
            List.of("-Xmx128m", "-XX:+UseSerialGC"),
            Long.toString(latency.toMillis()));
    String port = process.inputReader(US_ASCII).readLine();
    String host = InetAddress.getLoopbackAddress().getHostAddress();
    return new ServerProcess(process, URI.create("http://" + host + ":" + port));
  }

  @Override
  public void close() {
    process.destroy();
  }
}
