package dev.partnerauth.testkit.docs;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.TokenIssued;
import dev.partnerauth.event.AuthEvent.TokenRenewed;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.http.observe.MicrometerAuthEvents;
import dev.partnerauth.http.observe.MicrometerAuthStatus;
import dev.partnerauth.port.Time;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.testkit.FakeAuthenticationApi;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.TokenKey.ForAccessToken;
import dev.partnerauth.token.TokenLabel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ObservabilityPageIsCompleteTest {

  private static final Path PAGE = Path.of("../docs/observability.md");

  /** A name, and cells that all say something. */
  private static final Pattern ROW = Pattern.compile("\\| `(\\w[\\w.]*)` \\|(?: [^ |][^|]* \\|)+");

  @Test
  void theRunbookSaysWhatToDoAboutEveryEvent() throws IOException {
    assertThat(rows("### Events")).isEqualTo(kinds(AuthEvent.class));
  }

  @Test
  void theRunbookSaysWhatToDoAboutEveryFailure() throws IOException {
    assertThat(rows("### Failures")).isEqualTo(kinds(AuthFailure.class));
  }

  @Test
  void everyMetricHasItsRow() throws IOException {
    MeterRegistry registry = new SimpleMeterRegistry();
    PartnerAuth auth =
        PartnerAuth.of(FakeAuthenticationApi.standard(), SeededApps.backend(), TokenCache.none());
    AccessToken token = auth.accessToken().get();
    TokenLabel label = new ForAccessToken(SeededApps.backend().clientId()).label();

    MicrometerAuthStatus.of(auth::status, Time.system()).bindTo(registry);
    Stream.of(
            new TokenIssued(label, token.digest(), token.expiration(), Duration.ZERO),
            new TokenRenewed(label, token.digest(), token.digest(), Duration.ZERO, Duration.ZERO))
        .forEach(MicrometerAuthEvents.in(registry)::on);

    assertThat(rows("## Metrics"))
        .isEqualTo(
            registry.getMeters().stream()
                .map(meter -> meter.getId().getName())
                .collect(toCollection(TreeSet::new)));
  }

  /** The first cells of the section's table; a row that is not filled in is none. */
  private static Set<String> rows(String heading) throws IOException {
    List<String> lines = Files.readAllLines(PAGE);
    return lines.stream()
        .skip(lines.indexOf(heading) + 1L)
        .takeWhile(line -> !line.startsWith("#"))
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .map(row -> row.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> kinds(Class<?> type) {
    return leaves(type).map(Class::getSimpleName).collect(toCollection(TreeSet::new));
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(ObservabilityPageIsCompleteTest::leaves)
        : Stream.of(type);
  }
}
