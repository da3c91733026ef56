package dev.partnerauth.http.settings;

import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes typed components of a configuration's texts, and keeps what is wrong with them. */
final class SettingsReader {

  private static final Pattern PLAIN_DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
  private static final String A_DURATION = "a duration like 500ms, 2s, 10m, 1h or PT2S";

  private final Map<String, String> unread;
  private final List<Violation> violations = new ArrayList<>();

  SettingsReader(Map<String, String> given) {
    this.unread = new HashMap<>(given);
  }

  /** What the configuration says of these settings, and of others their standard. */
  SettingValues values(List<Setting<?>> settings) {
    Map<Setting<?>, Object> values = new LinkedHashMap<>();
    settings.forEach(setting -> values.put(setting, value(setting)));
    return new SettingValues(values);
  }

  private <T> T value(Setting<T> setting) {
    T value = setting.reading().apply(this);
    setting.violationOf(value).ifPresent(violations::add);
    return value;
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(unread.remove(name));
  }

  Optional<Integer> number(String name) {
    return text(name)
        .map(String::strip)
        .flatMap(
            given ->
                given.matches("-?[0-9]{1,9}")
                    ? Optional.of(Integer.valueOf(given))
                    : malformed(name, "is not a whole number", "digits only"));
  }

  Optional<Duration> duration(String name) {
    return text(name)
        .map(String::strip)
        .flatMap(given -> parsed(given).or(() -> malformed(name, "is not a duration", A_DURATION)));
  }

  private <T> Optional<T> malformed(String name, String problem, String expected) {
    violations.add(new Violation.Malformed(name, problem, expected));
    return Optional.empty();
  }

  private static Optional<Duration> parsed(String text) {
    Matcher plain = PLAIN_DURATION.matcher(text);
    if (plain.matches()) {
      long amount = Long.parseLong(plain.group(1));
      return Optional.of(
          switch (plain.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
          });
    }
    try {
      return Optional.of(Duration.parse(text.toUpperCase(Locale.ROOT)));
    } catch (DateTimeException | ArithmeticException notOneEither) {
      return Optional.empty();
    }
  }

  Optional<HttpProxy> proxy() {
    Optional<String> user = text("proxy-user");
    Optional<String> password = text("proxy-password");
    Optional<HttpProxy> proxy =
        text("proxy").map(String::strip).flatMap(given -> kept(HttpProxy.of(given)));
    if (user.isPresent() != password.isPresent()) {
      violations.add(new Violation.Blank(user.isPresent() ? "proxy-password" : "proxy-user"));
    }
    return user.isPresent() && password.isPresent()
        ? proxy.map(known -> known.as(user.get(), password.get()))
        : proxy;
  }

  TlsMaterial tls() {
    String trustPassword = text("trust-store-password").orElse("");
    String keyPassword = text("key-store-password").orElse("");
    Optional<Path> trusted = path("trust-store");
    Optional<Path> presented = path("key-store");
    TlsStores stores = TlsStores.none();
    if (trusted.isPresent()) {
      stores = stores.trusting(trusted.get(), trustPassword);
    }
    if (presented.isPresent()) {
      stores = stores.presenting(presented.get(), keyPassword);
    }
    return kept(TlsMaterial.of(stores)).orElseGet(TlsMaterial::system);
  }

  private Optional<Path> path(String name) {
    try {
      return text(name).map(Path::of);
    } catch (InvalidPathException e) {
      return malformed(name, "is not a path", "the path of a key store");
    }
  }

  private <T> Optional<T> kept(Either<Violation, T> read) {
    read.swap().forEach(violations::add);
    return read.toJavaOptional();
  }

  /** What was wrong so far; what nobody asked for is unknown. */
  List<Violation> violations() {
    List<Violation> all = new ArrayList<>(violations);
    unread.keySet().stream()
        .sorted()
        .forEach(
            name ->
                all.add(
                    new Violation.Malformed(
                        ForeignText.of(name, List.of()).text(),
                        "is not a setting",
                        "a name that HttpSettings.of lists")));
    return all;
  }
}
