package dev.partnerauth.http.settings;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Optional;

/** What {@link NetworkSettings} are made of. */
@Introspected(accessKind = Introspected.AccessKind.FIELD)
final class NetworkDraft extends Draft<NetworkDraft> {

  private static final String CONNECTIONS = "a number from 1 to 10000";
  private static final String AGENT = "printable ASCII, 200 characters at most";

  @Lasting(atLeast = "PT0.001S", atMost = "PT10M")
  Duration connectTimeout = Duration.ofSeconds(2);

  @Lasting(atLeast = "PT0.001S", atMost = "PT10M")
  Duration handshakeTimeout = Duration.ofSeconds(2);

  @Lasting(atLeast = "PT0.001S", atMost = "PT10M")
  Duration responseTimeout = Duration.ofSeconds(10);

  @Min(value = 1, message = CONNECTIONS)
  @Max(value = 10_000, message = CONNECTIONS)
  int maxConnections = 20;

  @Lasting(atLeast = "PT1S", atMost = "P1D")
  Duration connectionLife = Duration.ofMinutes(10);

  @Lasting(atLeast = "PT1S", atMost = "P1D")
  Duration idleLife = Duration.ofSeconds(50);

  @Lasting(atLeast = "PT0S", atMost = "PT10M")
  Duration closeGrace = Duration.ofSeconds(5);

  @NotNull
  @Pattern(regexp = "[ -~]{0,200}", message = AGENT)
  String userAgentSuffix = "";

  @NotNull Optional<HttpProxy> proxy = Optional.empty();

  @NotNull TlsMaterial tls = TlsMaterial.system();
}
