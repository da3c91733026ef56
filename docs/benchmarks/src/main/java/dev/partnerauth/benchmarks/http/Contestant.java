package dev.partnerauth.benchmarks.http;

import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.http.transport.ApacheAsyncTransport;
import dev.partnerauth.http.transport.ApacheClassicTransport;
import dev.partnerauth.http.transport.JdkTransport;
import dev.partnerauth.port.AuthRuntime;
import java.net.URI;

/**
 * Who makes the three requests. Ours read an answer on the thread that received it, but for one.
 */
public enum Contestant {
  CLASSIC_BY_HAND,
  CLASSIC,
  ASYNC_BY_HAND,
  ASYNC,
  ASYNC_ON_COMMON_POOL,
  JDK_BY_HAND,
  JDK;

  Flow open(URI base) {
    return switch (this) {
      case CLASSIC_BY_HAND -> ClassicByHand.of(base);
      case CLASSIC ->
          OurFlow.of(
              base,
              ApacheClassicTransport.of(NetworkSettings.standard(), Runnable::run),
              Runnable::run);
      case ASYNC_BY_HAND -> AsyncByHand.of(base);
      case ASYNC -> OurFlow.of(base, ApacheAsyncTransport.standard(), Runnable::run);
      case ASYNC_ON_COMMON_POOL ->
          OurFlow.of(base, ApacheAsyncTransport.standard(), AuthRuntime.system().executor());
      case JDK_BY_HAND -> JdkByHand.of(base);
      case JDK -> OurFlow.of(base, JdkTransport.standard(), Runnable::run);
    };
  }
}
