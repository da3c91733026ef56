package dev.partnerauth.testkit.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one file of the corpus; the README beside the files tells the format. */
final class CaseReader {

  private static final String ANSWER = "--- answer";
  private static final Pattern OUTCOME = Pattern.compile("--- outcome(?: of ([A-Za-z]+))?");
  private static final Pattern HANG_UP = Pattern.compile("after ([0-9]{1,6}) bytes of the body");
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] [0-9]{3}( .*)?");

  private final String file;
  private final List<String> lines;
  private int at;

  private CaseReader(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  /**
   * The case.
   *
   * @throws MalformedCaseException naming the line that is wrong
   */
  static WireCase read(String file, String text) {
    return new CaseReader(file, text).read();
  }

  private WireCase read() {
    String reason =
        line().filter(text -> !text.isBlank()).orElseThrow(() -> wrong("why this case?"));
    at++;
    Optional<WireCall> call = Optional.empty();
    RawAnswer answer = RawAnswer.plain();
    while (!line().orElseThrow(() -> wrong("there is no \"" + ANSWER + "\"")).equals(ANSWER)) {
      String directive = lines.get(at).strip();
      String value = directive.substring(directive.indexOf(':') + 1).strip();
      if (directive.startsWith("call:")) {
        call = WireCall.spelled(value);
        require(call.isPresent(), "there is no call \"" + value + "\"");
      } else if (directive.startsWith("body:")) {
        answer = answer.body(value).orElseThrow(() -> wrong("no body can be \"" + value + "\""));
      } else if (directive.startsWith("hang up:")) {
        answer = answer.hangUpAfter(bytes(value));
      } else if (!directive.isEmpty()) {
        throw wrong("unknown directive \"" + directive + "\"");
      }
      at++;
    }
    WireCall named = call.orElseThrow(() -> wrong("there is no \"call:\" before the answer"));
    at++;
    RawAnswer written = answer.text(answerText());
    Map<String, String> outcomes = outcomes();
    String outcome =
        Optional.ofNullable(outcomes.remove(""))
            .orElseThrow(() -> wrong("there is no \"--- outcome\""));
    return new WireCase(file, reason, named, written, outcome, outcomes);
  }

  private int bytes(String value) {
    Matcher hangUp = HANG_UP.matcher(value);
    if (!hangUp.matches()) {
      throw wrong("expected \"hang up: after 20 bytes of the body\"");
    }
    return Integer.parseInt(hangUp.group(1));
  }

  private String answerText() {
    require(
        line().filter(text -> STATUS_LINE.matcher(text).matches()).isPresent(),
        "an answer begins with a status line, like HTTP/1.1 200 OK");
    String text = upToTheNextOutcome();
    require(line().isPresent(), "there is no \"--- outcome\"");
    return text;
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw wrong(otherwise);
    }
  }

  /** By the transport's name; that of all others under no name. */
  private Map<String, String> outcomes() {
    Map<String, String> outcomes = new HashMap<>();
    while (at < lines.size()) {
      Matcher heading = OUTCOME.matcher(lines.get(at));
      if (!heading.matches()) {
        throw wrong("expected \"--- outcome\"");
      }
      String transport = Optional.ofNullable(heading.group(1)).orElse("");
      if (!transport.isEmpty() && !Transports.NAMES.contains(transport)) {
        throw wrong("there is no transport \"" + transport + "\"");
      }
      if (outcomes.containsKey(transport)) {
        throw wrong("this outcome is given twice");
      }
      at++;
      outcomes.put(transport, RawAnswer.written(upToTheNextOutcome()).strip());
    }
    return outcomes;
  }

  private String upToTheNextOutcome() {
    int from = at;
    while (line().filter(text -> !text.startsWith("--- outcome")).isPresent()) {
      at++;
    }
    return String.join("\n", lines.subList(from, at));
  }

  private Optional<String> line() {
    return at < lines.size() ? Optional.of(lines.get(at)) : Optional.empty();
  }

  private MalformedCaseException wrong(String problem) {
    return new MalformedCaseException(file, at + 1, problem);
  }
}
