package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunsOnBothPathsTest {

  @Test
  void isANamedModuleOnTheModulePathAndNoneOnTheClassPath() {
    String path = System.getProperty("partnerauth.path");

    String module = String.valueOf(RenewingTokenCache.class.getModule().getName());

    assertThat(module).isEqualTo("module path".equals(path) ? "dev.partnerauth.cache" : "null");
  }
}
