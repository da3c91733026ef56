package dev.partnerauth.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScopeRulesPageSaysWhatTheRulesSayTest {

  private static final Path PAGE = Path.of("../docs/scope-rules.md");
  private static final Pattern GENERATED =
      Pattern.compile("(<!-- generated: (\\w+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

  @Test
  void tableByTable() throws IOException {
    String page = Files.readString(PAGE);
    String rendered = rendered(page);
    new RecordedFile(PAGE, "rules.write").says(rendered);
  }

  @Test
  void itHasAPlaceForEachTable() throws IOException {
    assertThat(GENERATED.matcher(Files.readString(PAGE)).results().map(found -> found.group(2)))
        .containsExactlyInAnyOrderElementsOf(ScopeRulesPage.tables().keySet());
  }

  private static String rendered(String page) {
    Map<String, String> tables = ScopeRulesPage.tables();
    return GENERATED
        .matcher(page)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) + tables.get(found.group(2)) + "\n" + found.group(3)));
  }
}
