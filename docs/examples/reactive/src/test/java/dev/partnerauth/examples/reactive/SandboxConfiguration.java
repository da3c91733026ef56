package dev.partnerauth.examples.reactive;

import dev.partnerauth.testkit.AuthSandbox;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The platform in a box, on a port of its own: import it into any test of the application. */
@TestConfiguration(proxyBeanMethods = false)
class SandboxConfiguration {

  @Bean
  AuthSandbox sandbox() {
    return AuthSandbox.start();
  }

  @Bean
  DynamicPropertyRegistrar sandboxAddress(AuthSandbox sandbox) {
    return properties -> properties.add("partner-auth.base-url", sandbox::base);
  }
}
