package dev.partnerauth.testkit.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.testkit.settings.Behaviour;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TheTableIsWellFormedTest {

  @Test
  void eachSwitchBelongsToOneRow() {
    List<Behaviour> switches = rows().map(Row::otherwise).flatMap(Optional::stream).toList();

    assertThat(switches).containsExactlyInAnyOrder(Behaviour.values());
  }

  @Test
  void onlyWhatIsAssumedHasASwitch() {
    List<Row> switched = rows().filter(row -> row.otherwise().isPresent()).toList();

    assertThat(switched).extracting(Row::tag).containsOnly(Tag.ASSUMED);
  }

  @Test
  void noCellBreaksItsTable() {
    Stream<String> cells = rows().flatMap(row -> Stream.of(row.behaviour(), row.source()));

    assertThat(cells).allMatch(cell -> !cell.isBlank() && !cell.matches("(?s).*[|\\n].*"));
  }

  private static Stream<Row> rows() {
    return Fidelity.sections().stream().flatMap(section -> section.rows().stream());
  }
}
