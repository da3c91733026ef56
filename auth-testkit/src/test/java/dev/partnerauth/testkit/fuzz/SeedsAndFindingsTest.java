package dev.partnerauth.testkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fuzzer starts from and what it has found runs in every build, without the fuzzer. */
class SeedsAndFindingsTest {

  private static final Path INPUTS = Path.of("src/test/resources/fuzz");

  private record Input(FuzzTarget target, Path file) {
    @Override
    public String toString() {
      return target.folder() + "/" + file.getFileName();
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  @Timeout(120)
  void allPropertiesHold(Input input) throws IOException {
    byte[] bytes = Files.readAllBytes(input.file());

    assertThatCode(() -> input.target().run(bytes)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource
  void everyTargetHasSeeds(FuzzTarget target) {
    List<Input> seeds = inputs(target).toList();

    assertThat(seeds).isNotEmpty();
  }

  private static Stream<Input> inputs() {
    return Arrays.stream(FuzzTarget.values()).flatMap(SeedsAndFindingsTest::inputs);
  }

  private static Stream<Input> inputs(FuzzTarget target) {
    try (Stream<Path> files = Files.list(INPUTS.resolve(target.folder()))) {
      return files.sorted().map(file -> new Input(target, file)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
