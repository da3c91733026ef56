package dev.partnerauth.http.settings;

import dev.partnerauth.violation.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A value for each of some settings, in their order. Immutable. */
record SettingValues(Map<Setting<?>, Object> values) {

  static SettingValues standard(List<Setting<?>> settings) {
    return new SettingsReader(Map.of()).values(settings);
  }

  @SuppressWarnings("unchecked") // a value is put there by a setting of its type
  <T> T get(Setting<T> setting) {
    return (T) Objects.requireNonNull(values.get(setting));
  }

  /**
   * These values but for one.
   *
   * @throws InvalidSettingsException when the setting may not have it
   */
  <T> SettingValues with(Setting<T> setting, T value) {
    List<Violation> violations = setting.violationOf(value).stream().toList();
    if (!violations.isEmpty()) {
      throw new InvalidSettingsException(new InvalidSettings(violations));
    }
    Map<Setting<?>, Object> changed = new LinkedHashMap<>(values);
    changed.put(setting, Objects.requireNonNull(value));
    return new SettingValues(changed);
  }

  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey().nameInCode() + "=" + entry.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
