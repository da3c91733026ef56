package dev.partnerauth.testkit.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AuthFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireCorpusIsCompleteTest {

  private static final Pattern REFUSAL = Pattern.compile("(?m)^\\| ([45][0-9]{2}) \\|.*$");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  /** A cache, a facade or a deadline makes these, no answer does. */
  private static final Set<String> NOT_OF_AN_ANSWER =
      Set.of(
          "DeadOnArrival",
          "Interrupted",
          "InvalidServiceTokenRequest",
          "LifetimeTooShort",
          "NoCredentials",
          "RejectedTokenReissued",
          "TimedOut",
          "Unforeseen");

  private final List<WireCase> cases = WireCorpus.cases();

  @Test
  void thereAreManyCases() {
    assertThat(cases).hasSizeGreaterThanOrEqualTo(80);
  }

  @Test
  void everyFileBesideTheReadmeIsACaseThatRunsWithEveryTransport() {
    var run =
        WireCorpusTest.casesByTransport()
            .map(arguments -> arguments.get()[0] + " by " + arguments.get()[1])
            .toList();

    var lyingThere =
        WireCorpus.files().stream()
            .map(file -> file.getFileName().toString())
            .filter(name -> !name.equals("README.md"))
            .flatMap(name -> Transports.NAMES.stream().map(transport -> name + " by " + transport))
            .toList();
    assertThat(run).containsExactlyElementsOf(lyingThere);
  }

  @Test
  void namesSayWhatTheCaseIsInSmallLettersAndDoNotDifferByCaseOnly() {
    assertThat(cases).allMatch(wireCase -> wireCase.file().matches("[a-z0-9-]{3,60}\\.txt"));
  }

  @Test
  void everyCaseHasAReasonOfItsOwn() {
    assertThat(cases).extracting(WireCase::reason).doesNotHaveDuplicates();
  }

  @Test
  void everyRefusalOfTheContractIsCovered() throws IOException {
    var refusals = refusalsOfTheContract();

    assertThat(refusals).hasSizeGreaterThanOrEqualTo(9).allMatch(this::isCovered);
  }

  @Test
  void everyFailureThatAnAnswerCanHaveIsCovered() {
    var kinds =
        Arrays.stream(AuthFailure.class.getPermittedSubclasses())
            .flatMap(group -> Arrays.stream(group.getPermittedSubclasses()))
            .map(Class::getSimpleName)
            .filter(kind -> !NOT_OF_AN_ANSWER.contains(kind))
            .toList();

    assertThat(outcomes()).containsAll(kinds).doesNotContainAnyElementsOf(NOT_OF_AN_ANSWER);
  }

  @ParameterizedTest
  @CsvSource({
    "429, policies.ratelimit.SpikeArrestViolation",
    "500, policies.ratelimit.SpikeArrestViolation",
    "429, policies.ratelimit.QuotaViolation",
    "500, policies.ratelimit.QuotaViolation",
    "502, messaging.adaptors.http.flow.",
    "503, messaging.adaptors.http.flow.",
    "504, messaging.adaptors.http.flow.",
    "502, <html>",
    "503, <html>",
    "401, oauth.v2."
  })
  void everyRefusalOfTheGatewayIsCovered(int status, String said) {
    assertThat(cases)
        .anyMatch(
            wireCase ->
                wireCase.answer().status() == status && wireCase.answer().body().contains(said));
  }

  @ParameterizedTest
  @CsvSource({"100", "204", "301", "302", "304", "404", "407", "408", "418", "599"})
  void everyOddStatusIsCovered(int status) {
    assertThat(cases)
        .anyMatch(wireCase -> wireCase.answer().text().startsWith("HTTP/1.1 " + status));
  }

  /** The rows of its tables that begin with a status. */
  private static List<String> refusalsOfTheContract() throws IOException {
    String contract = Files.readString(Path.of("..", "docs", "contract.md"), UTF_8);
    return REFUSAL.matcher(contract).results().map(MatchResult::group).toList();
  }

  /** A case has the status, and says whatever the row quotes. */
  private boolean isCovered(String row) {
    int status = Integer.parseInt(row.substring(2, 5));
    List<String> quoted = QUOTED.matcher(row).results().map(found -> found.group(1)).toList();
    return cases.stream()
        .map(WireCase::answer)
        .filter(answer -> answer.status() == status)
        .anyMatch(answer -> quoted.stream().allMatch(answer.body()::contains));
  }

  private Set<String> outcomes() {
    return cases.stream()
        .flatMap(
            each -> Stream.concat(Stream.of(each.outcome()), each.exceptions().values().stream()))
        .map(outcome -> outcome.lines().findFirst().orElse(""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
