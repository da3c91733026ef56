package dev.partnerauth.examples.modular;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.testkit.AuthSandbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulesIT {

  private static final Pattern RESOLVED = Pattern.compile("(\\S+) location: file:");

  @Test
  void ofThisLibraryTheRunningApplicationHasThreeNamedModulesAndNoTestkit() throws Exception {
    Map<String, Boolean> ours =
        running()
            .filter(module -> module.name().startsWith("dev.partnerauth"))
            .collect(toUnmodifiableMap(ModuleDescriptor::name, ModuleDescriptor::isAutomatic));

    assertThat(ours)
        .isEqualTo(
            Map.of(
                "dev.partnerauth",
                false,
                "dev.partnerauth.http",
                false,
                "dev.partnerauth.cache",
                false,
                BackEndProcess.MODULE,
                false));
  }

  /** When this fails, the README's word on jlink is out of date. */
  @Test
  void jlinkIsStoppedByModulesWithoutADescriptor(@TempDir Path directory) {
    StringWriter told = new StringWriter();

    ToolProvider.findFirst("jlink")
        .orElseThrow()
        .run(
            new PrintWriter(told),
            new PrintWriter(told),
            "--module-path",
            BackEndProcess.MODULES.toString(),
            "--add-modules",
            BackEndProcess.MODULE,
            "--output",
            directory.resolve("image").toString());

    assertThat(told.toString()).contains("automatic module cannot be used with jlink");
  }

  private static Stream<ModuleDescriptor> onThePath() {
    return ModuleFinder.of(BackEndProcess.MODULES).findAll().stream()
        .map(module -> module.descriptor());
  }

  /** As its JVM tells it. */
  private static Stream<ModuleDescriptor> running() throws Exception {
    try (AuthSandbox platform = AuthSandbox.start();
        BackEndProcess backEnd = BackEndProcess.start(platform, "-Xlog:module+load")) {
      backEnd.root();
      var resolved =
          RESOLVED
              .matcher(backEnd.told())
              .results()
              .map(hit -> hit.group(1))
              .collect(Collectors.toSet());
      return onThePath().filter(module -> resolved.contains(module.name()));
    }
  }
}
