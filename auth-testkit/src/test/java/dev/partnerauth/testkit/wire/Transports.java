package dev.partnerauth.testkit.wire;

import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.http.transport.ApacheAsyncTransport;
import dev.partnerauth.http.transport.ApacheClassicTransport;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.http.transport.JdkTransport;
import java.util.List;
import java.util.Map;

/** All that are shipped, by name. */
final class Transports implements AutoCloseable {

  static final List<String> NAMES =
      List.of("ApacheAsyncTransport", "ApacheClassicTransport", "JdkTransport");

  private final Map<String, HttpTransport> all =
      Map.of(
          NAMES.get(0), ApacheAsyncTransport.of(NetworkSettings.standard()),
          NAMES.get(1), ApacheClassicTransport.of(NetworkSettings.standard()),
          NAMES.get(2), JdkTransport.of(NetworkSettings.standard()));

  HttpTransport named(String name) {
    return all.get(name);
  }

  @Override
  public void close() {
    all.values().forEach(HttpTransport::close);
  }
}
