package dev.partnerauth.testkit.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportedTypesSaySinceWhenTest {

  /** A file's own type stands at the margin, and so does its Javadoc, with annotations between. */
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile("^public .*\\b(class|interface|record|enum|@interface) ", Pattern.MULTILINE);

  private static final Pattern SAID =
      Pattern.compile("^( \\* |/\\*\\* )@since \\d+\\.\\d+\\.\\d+( \\*/)?$", Pattern.MULTILINE);

  @ParameterizedTest
  @EnumSource
  void eachOfThem(OurModule module) throws IOException {
    List<Path> silent = new ArrayList<>();
    for (String exported : module.exported().identifiers()) {
      try (Stream<Path> files = Files.list(module.sources().resolve(exported.replace('.', '/')))) {
        for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
          if (isSilent(Files.readString(file))) {
            silent.add(file);
          }
        }
      }
    }

    assertThat(silent).isEmpty();
  }

  private static boolean isSilent(String source) {
    return PUBLIC_TYPE.matcher(source).find() && !SAID.matcher(source).find();
  }
}
