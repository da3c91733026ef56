package dev.partnerauth.testkit.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.partnerauth.testkit.docs.RecordedFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** See docs/versioning.md: whoever changes the public API does so knowingly, and shows it. */
class PublicApiIsAsListedTest {

  private static final JavaClasses OURS =
      read(new ClassFileImporter().withImportOption(new DoNotIncludeTests()), "dev.partnerauth");

  @ParameterizedTest
  @EnumSource
  void lineByLine(OurModule module) throws IOException {
    String api = new ApiListing(module.exported()).of(OURS);
    new RecordedFile(module.listing(), "api.write").says(api);
  }

  @Test
  void everythingThatACallerCanNoticeIsListed() {
    String api =
        new ApiListing(Planted.in("listed"))
            .of(read(new ClassFileImporter(), Planted.ROOT + ".listed"));

    assertThat(api.replace(Planted.ROOT + ".", ""))
        .isEqualTo(
            """
            public final record listed.Crate : java.lang.Record, listed.Shelf$Held
              public <init>(int)
              public int weight()

            public final class listed.Rack : listed.Stand
              @Deprecated public static final java.lang.String WOOD
              protected int legs
              public <init>()
              public java.util.Optional<java.lang.Integer> first()

            public abstract sealed interface listed.Shelf<T extends java.lang.Number & java.lang.Comparable<T>>
              public abstract java.util.Optional<? extends T> first()
              public static <E extends java.lang.Exception> void dust(java.util.List<E>, [I) throws java.io.IOException

            public abstract interface listed.Shelf$Held
            """);
  }

  /** Only our own: what a library's class looks like is not asked, and takes long to find out. */
  private static JavaClasses read(ClassFileImporter importer, String packages) {
    return ArchConfiguration.withThreadLocalScope(
        configuration -> {
          configuration.setResolveMissingDependenciesFromClassPath(false);
          return importer.importPackages(packages);
        });
  }
}
