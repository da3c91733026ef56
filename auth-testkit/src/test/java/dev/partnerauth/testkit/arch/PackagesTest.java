package dev.partnerauth.testkit.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackagesTest {

  @Test
  void theEmptyNameIsTheRootAlone() {
    Packages packages = Packages.under("com.acme", "token", "port..", "");

    assertThat(packages).isEqualTo(Packages.of("com.acme.token", "com.acme.port..", "com.acme"));
  }

  @Test
  void onlyTwoDotsTakeInWhatIsBelow() {
    JavaClass below = new ClassFileImporter().importClass(Packages.class);

    List<Packages> holding =
        Stream.of(Packages.of("dev.partnerauth"), Packages.of("dev.partnerauth.."))
            .filter(packages -> packages.hold(below))
            .toList();

    assertThat(holding).containsExactly(Packages.of("dev.partnerauth.."));
  }

  @Test
  void packagesAddUpInOrder() {
    Packages packages = Packages.of("a", "b..").and(Packages.of("c"));

    assertThat(packages).hasToString("a, b.., c");
  }
}
