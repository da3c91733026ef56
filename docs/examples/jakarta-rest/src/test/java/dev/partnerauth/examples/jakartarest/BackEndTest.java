package dev.partnerauth.examples.jakartarest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.examples.suite.PartnerBackEndContract;
import dev.partnerauth.examples.suite.Visitor;
import dev.partnerauth.testkit.AuthSandbox;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class BackEndTest extends PartnerBackEndContract {

  private final AuthSandbox platform = AuthSandbox.start();
  private final BackEnd backEnd =
      BackEnd.start(AtTheSandbox.settings(platform, "backend-secret"), 0);

  @Override
  protected URI backEnd() {
    return backEnd.uri();
  }

  @Override
  protected AuthSandbox platform() {
    return platform;
  }

  @Test
  void whoeverOnlyLooksCostsNoSession() {
    assertThat(Visitor.at(backEnd()).get("/").headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith("XSRF-TOKEN=");
  }

  @AfterAll
  void close() {
    backEnd.close();
    platform.close();
  }
}
