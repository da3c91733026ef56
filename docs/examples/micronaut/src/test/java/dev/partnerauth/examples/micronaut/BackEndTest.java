package dev.partnerauth.examples.micronaut;

import dev.partnerauth.examples.suite.PartnerBackEndContract;
import dev.partnerauth.testkit.AuthSandbox;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@MicronautTest
@TestInstance(Lifecycle.PER_CLASS)
class BackEndTest extends PartnerBackEndContract implements TestPropertyProvider {

  private final AuthSandbox sandbox = AuthSandbox.start();

  @Inject EmbeddedServer server;

  @Override
  public Map<String, String> getProperties() {
    return Map.of("partner-auth.platform", sandbox.root().toString());
  }

  @Override
  protected URI backEnd() {
    return server.getURI();
  }

  @Override
  protected AuthSandbox platform() {
    return sandbox;
  }

  @AfterAll
  void close() {
    sandbox.close();
  }
}
