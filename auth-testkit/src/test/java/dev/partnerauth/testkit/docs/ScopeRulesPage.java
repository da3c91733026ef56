package dev.partnerauth.testkit.docs;

import dev.partnerauth.claim.BinderId;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.scope.Access;
import dev.partnerauth.scope.Operation;
import dev.partnerauth.scope.PartyRole;
import dev.partnerauth.scope.Resource;
import dev.partnerauth.scope.Scope;
import dev.partnerauth.scope.ScopeRules;
import dev.partnerauth.scope.Verdict;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of {@code docs/scope-rules.md}, asked of the rules themselves. */
final class ScopeRulesPage {

  private static final InterviewId OWN = new InterviewId("own");
  private static final Upid PARTY = new Upid("party");

  private ScopeRulesPage() {}

  private static Map<String, Resource> asSeenFromAnInterview() {
    Map<String, Resource> touched = new LinkedHashMap<>();
    touched.put("its interview", Resource.interview(OWN));
    touched.put("another interview", Resource.interview(new InterviewId("another")));
    touched.put("its document", Resource.documentOf(OWN));
    touched.put("another document", Resource.documentOf(new InterviewId("another")));
    touched.put("a binder", Resource.binder(new BinderId("binder")));
    touched.put("nothing named", Resource.none());
    return touched;
  }

  private static Map<String, Resource> asSeenFromAParty() {
    InterviewId interview = new InterviewId("interview");
    Map<String, Resource> touched = new LinkedHashMap<>();
    touched.put("its interview", Resource.interview(interview).of(PARTY));
    touched.put("another's interview", Resource.interview(interview).of(new Upid("another")));
    touched.put("its interview's document", Resource.documentOf(interview));
    touched.put("binder: `OWNER`", binder(PARTY, PartyRole.OWNER));
    touched.put("binder: `SIGNER`", binder(PARTY, PartyRole.SIGNER));
    touched.put("binder: `VIEWER`", binder(PARTY, PartyRole.VIEWER));
    touched.put("binder of others", binder(new Upid("another"), PartyRole.OWNER));
    touched.put("nothing named", Resource.none());
    return touched;
  }

  private static Resource binder(Upid party, PartyRole role) {
    return Resource.binder(new BinderId("binder")).with(party, role);
  }

  static Map<String, String> tables() {
    return Map.of("access", accesses(), "operations", operations());
  }

  private static String accesses() {
    return "\nWith a token scoped to an interview:\n"
        + table(new Scope.Interview(OWN), asSeenFromAnInterview())
        + "\nWith a token scoped to a party:\n"
        + table(new Scope.Party(PARTY), asSeenFromAParty());
  }

  private static String table(Scope scope, Map<String, Resource> touched) {
    String head =
        touched.keySet().stream().collect(Collectors.joining(" | ", "\n| access | ", " |\n"));
    String line = "|---".repeat(touched.size() + 1) + "|\n";
    return head
        + line
        + Arrays.stream(Access.values())
            .map(access -> "| `" + access + "` | " + row(scope, access, touched) + " |\n")
            .collect(Collectors.joining());
  }

  private static String row(Scope scope, Access access, Map<String, Resource> touched) {
    return touched.values().stream()
        .map(resource -> word(ScopeRules.standard().check(scope, anyWith(access), resource)))
        .collect(Collectors.joining(" | "));
  }

  private static String word(Verdict verdict) {
    if (verdict instanceof Verdict.Allowed) {
      return "yes";
    }
    return verdict instanceof Verdict.Refused ? "no" : "·";
  }

  private static Operation anyWith(Access access) {
    return Stream.of(Operation.values())
        .filter(operation -> operation.access() == access)
        .findFirst()
        .orElseThrow();
  }

  private static String operations() {
    return "\n| operation | request | access | wants |\n|---|---|---|---|\n"
        + Arrays.stream(Operation.values())
            .map(
                operation ->
                    "| `%s` | `%s %s` | `%s` | %s |\n"
                        .formatted(
                            operation,
                            operation.method(),
                            operation.pathTemplate(),
                            operation.access(),
                            operation.access().sufficientToken()))
            .collect(Collectors.joining());
  }
}
