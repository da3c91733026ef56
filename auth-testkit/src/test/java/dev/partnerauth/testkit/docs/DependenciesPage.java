package dev.partnerauth.testkit.docs;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code docs/dependencies.md}, written from the dependency trees and the jars themselves. */
final class DependenciesPage {

  private static final String HEAD =
      """
      # Dependencies

      What each module brings to the class path of whoever uses it: its own jar, those it depends on, and what these depend on
      in turn. Optional dependencies are not in it, since they do not come along: whoever wants Redis adds Lettuce. This page is
      generated from Maven's dependency trees and from the jars; the build fails when it is out of date. Our own jars are
      rounded up to 100 kB, so that not every change of code is one of this page. 1 kB is 1,000 bytes.

      `auth-domain` stays under 1.5 MB with Vavr: the build fails when it does not. Two versions of one library fail it too, in
      every module (Maven Enforcer's `dependencyConvergence`).

      ## Together

      | choice | jars | kB |
      |---|--:|--:|
      """;

  private static final long OUR_ROUNDING = 100_000;

  private final Map<String, Set<BroughtJar>> brought = new LinkedHashMap<>();

  DependenciesPage(List<String> modules) throws IOException {
    for (String module : modules) {
      brought.put(module, BroughtJar.by(module));
    }
  }

  String markdown() {
    Set<BroughtJar> standard = new TreeSet<>(brought.get("auth-http-adapter"));
    standard.addAll(brought.get("auth-cache-adapter"));
    Set<BroughtJar> all = new TreeSet<>();
    brought.values().forEach(all::addAll);
    List<String> totals = new ArrayList<>();
    brought.forEach((module, jars) -> totals.add(total("`" + module + "`", jars)));
    totals.add(total("the default stack: `auth-http-adapter` and `auth-cache-adapter`", standard));
    return HEAD
        + String.join("", totals)
        + "\n## Jar by jar\n\n| jar | version | kB | "
        + brought.keySet().stream().map(module -> "`" + module + "` | ").collect(joining()).strip()
        + "\n|---|---|--:|"
        + ":-:|".repeat(brought.size())
        + "\n"
        + all.stream().map(this::row).collect(joining());
  }

  private static String total(String choice, Collection<BroughtJar> jars) {
    long bytes = jars.stream().mapToLong(DependenciesPage::shown).sum();
    return "| %s | %d | %s |\n".formatted(choice, jars.size(), kilobytes(bytes));
  }

  private String row(BroughtJar jar) {
    return "| `%s:%s` | %s | %s | %s\n"
        .formatted(
            jar.group(),
            jar.artifact(),
            jar.isOurs() ? "" : jar.version(),
            kilobytes(shown(jar)),
            brought.values().stream()
                .map(jars -> jars.contains(jar) ? "x |" : " |")
                .collect(joining(" ")));
  }

  private static long shown(BroughtJar jar) {
    return jar.isOurs()
        ? (jar.bytes() + OUR_ROUNDING - 1) / OUR_ROUNDING * OUR_ROUNDING
        : jar.bytes();
  }

  private static String kilobytes(long bytes) {
    return String.format(Locale.ROOT, "%,.0f", bytes / 1000.0);
  }
}
