package dev.partnerauth.purpose;

import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The purposes that a partner may ask for. A value that is passed in: {@link #with} gives a new
 * registry and leaves this one as it is.
 *
 * @since 0.1.0
 */
public final class PurposeRegistry {

  private static final PurposeRegistry EMPTY = new PurposeRegistry(Map.of());
  private static final PurposeRegistry STANDARD =
      StandardPurposes.all().stream().reduce(EMPTY, PurposeRegistry::with, (left, right) -> right);

  private final Map<String, Purpose> byName;

  private PurposeRegistry(Map<String, Purpose> byName) {
    this.byName = byName;
  }

  public static PurposeRegistry empty() {
    return EMPTY;
  }

  /** All of {@link StandardPurposes}. */
  public static PurposeRegistry standard() {
    return STANDARD;
  }

  /** This registry and one more purpose, which replaces one of the same name. */
  public PurposeRegistry with(Purpose purpose) {
    Map<String, Purpose> more = new LinkedHashMap<>(byName);
    more.put(purpose.name(), purpose);
    return new PurposeRegistry(Collections.unmodifiableMap(more));
  }

  /** The registered purpose, or a violation that names the registered purpose most like it. */
  public Either<Violation, Purpose> find(String name) {
    return Purpose.NAME.check(name).flatMap(this::registered);
  }

  private Either<Violation, Purpose> registered(String name) {
    return Option.of(byName.get(name))
        .toEither(() -> new Violation.UnknownPurpose(name, nearest(name)));
  }

  /** In the order of registration. */
  public Collection<Purpose> purposes() {
    return byName.values();
  }

  /** At most half of the letters may differ: a name that is less like it would only mislead. */
  private Optional<String> nearest(String name) {
    return byName.keySet().stream()
        .filter(known -> distance(known, name) <= path(known).length() / 2)
        .min(Comparator.comparingInt(known -> distance(known, name)));
  }

  /** Of what follows the host, which nearly all names share and which would make them all alike. */
  private static int distance(String known, String name) {
    return editDistance(path(known), path(name));
  }

  private static String path(String name) {
    return name.substring(name.indexOf('/') + 1);
  }

  private static int editDistance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PurposeRegistry registry && byName.equals(registry.byName);
  }

  @Override
  public int hashCode() {
    return byName.hashCode();
  }

  @Override
  public String toString() {
    return "PurposeRegistry" + byName.keySet();
  }
}
