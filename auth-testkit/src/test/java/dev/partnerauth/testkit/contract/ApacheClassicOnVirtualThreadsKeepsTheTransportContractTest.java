package dev.partnerauth.testkit.contract;

import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.http.transport.ApacheClassicTransport;
import dev.partnerauth.http.transport.HttpTransport;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "virtual threads came with Java 21")
class ApacheClassicOnVirtualThreadsKeepsTheTransportContractTest extends HttpTransportContract {

  @Override
  protected HttpTransport transport(NetworkSettings settings) {
    return ApacheClassicTransport.of(settings, virtualThreads());
  }

  /** By name, since the code is compiled for Java 17. */
  private static Executor virtualThreads() {
    try {
      return (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no virtual threads", e);
    }
  }
}
