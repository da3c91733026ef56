package dev.partnerauth.violation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerauth.violation.Violation.Blank;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvalidRequestsTest {

  @Test
  void anInvalidRequestTellsAllItsViolationsInOneLine() {
    InvalidRequest request = new InvalidRequest(List.of(new Blank("key"), new Blank("secret")));

    assertThat(request.describe())
        .isEqualTo("key is blank. Give key a value. secret is blank. Give secret a value.");
  }

  @Test
  void oneViolationIsEnough() {
    assertThat(InvalidRequest.because(new Blank("key")))
        .isEqualTo(new InvalidRequest(List.of(new Blank("key"))));
  }

  @Test
  void withoutAViolationNothingIsInvalid() {
    assertThatThrownBy(() -> new InvalidRequest(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a request without violations is not invalid");
  }

  @Test
  void whatIsAddedToTheListLaterDoesNotArrive() {
    List<Violation> violations = new ArrayList<>(List.of(new Blank("key")));
    InvalidRequest request = new InvalidRequest(violations);

    violations.clear();

    assertThat(request).isEqualTo(InvalidRequest.because(new Blank("key")));
  }
}
