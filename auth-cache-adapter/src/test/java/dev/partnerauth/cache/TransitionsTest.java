package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.cache.TransitionTable.From;
import dev.partnerauth.cache.TransitionTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TransitionsTest {

  private static final Path PAGE = Path.of("../docs/architecture.md");
  private static final String BEGIN = "<!-- the transitions of the cache -->\n";
  private static final String END = "<!-- end of the transitions -->\n";

  static Stream<Arguments> cases() {
    return TransitionTable.rows().stream()
        .flatMap(
            row ->
                row.from().stream().map(from -> Arguments.of(row.event(), row.when(), from, row)));
  }

  @ParameterizedTest(name = "{0} {1} in {2}")
  @MethodSource("cases")
  void leadWhereTheTableSays(String event, String when, From from, Row row) {
    assertThat(row.happening(from)).isEqualTo(row.expected());
  }

  @Test
  void areTestedForEveryEventInEveryState() {
    Set<String> tested =
        TransitionTable.rows().stream()
            .flatMap(row -> row.from().stream().map(from -> row.event() + " in " + from))
            .collect(Collectors.toSet());

    Set<String> possible =
        Stream.concat(
                Arrays.stream(Event.class.getPermittedSubclasses()),
                Arrays.stream(Event.OfRequest.class.getPermittedSubclasses()))
            .filter(Class::isRecord)
            .flatMap(
                event ->
                    TransitionTable.ALL.stream().map(from -> event.getSimpleName() + " in " + from))
            .collect(Collectors.toSet());
    assertThat(tested).isEqualTo(possible);
  }

  @Test
  void standInTheDocumentation() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    String drawn = page.substring(0, begin) + drawing() + table() + page.substring(end);
    if (Boolean.getBoolean("transitions.write")) {
      Files.writeString(PAGE, drawn);
      return;
    }

    assertThat(page)
        .as("%s; run this test with -Dtransitions.write=true to rewrite it", PAGE)
        .isEqualTo(drawn);
  }

  private static String drawing() {
    Map<String, Set<String>> arrows = new LinkedHashMap<>();
    for (Row row : TransitionTable.rows()) {
      for (From from : row.from()) {
        if (!row.next().equals("same")) {
          arrows
              .computeIfAbsent(from + " --> " + row.next(), way -> new LinkedHashSet<>())
              .add(row.event());
        }
      }
    }
    List<String> lines =
        arrows.entrySet().stream()
            .map(arrow -> "  " + arrow.getKey() + " : " + String.join(", ", arrow.getValue()))
            .toList();
    return "\n```mermaid\nstateDiagram-v2\n  [*] --> IDLE\n"
        + String.join("\n", lines)
        + "\n```\n\n";
  }

  private static String table() {
    String rows =
        TransitionTable.rows().stream()
            .map(
                row ->
                    "| "
                        + String.join(
                            " | ",
                            List.of(
                                row.event(),
                                row.when(),
                                states(row.from()),
                                row.next(),
                                row.effects()))
                        + " |\n")
            .collect(Collectors.joining());
    return "| event | when | in | next | effects |\n|---|---|---|---|---|\n" + rows + "\n";
  }

  private static String states(List<From> from) {
    if (from.equals(TransitionTable.ALL)) {
      return "any";
    }
    if (from.equals(TransitionTable.WORKING)) {
      return "any but IDLE";
    }
    if (from.size() < 4) {
      return from.stream().map(From::name).collect(Collectors.joining(", "));
    }
    return TransitionTable.ALL.stream()
        .filter(state -> !from.contains(state))
        .map(From::name)
        .collect(Collectors.joining(", ", "any but ", ""));
  }
}
