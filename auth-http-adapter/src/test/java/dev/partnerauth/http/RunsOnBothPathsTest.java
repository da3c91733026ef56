package dev.partnerauth.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunsOnBothPathsTest {

  @Test
  void isANamedModuleOnTheModulePathAndNoneOnTheClassPath() {
    String path = System.getProperty("partnerauth.path");

    String module = String.valueOf(HttpAuthenticationApi.class.getModule().getName());

    assertThat(module).isEqualTo("module path".equals(path) ? "dev.partnerauth.http" : "null");
  }
}
