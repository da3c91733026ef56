package dev.partnerauth.http.settings;

import io.micronaut.core.beans.BeanIntrospection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The components of some settings while they may still change. Immutable settings are made of one,
 * which nobody changes from then on, so that a further component is a field, an accessor and a
 * wither. Its fields stand at the standard and bear their constraints.
 */
@SuppressWarnings("unchecked") // of a type that a subclass names as its own
abstract class Draft<D extends Draft<D>> implements Cloneable {

  /** A draft that differs in what the change does. */
  D with(Consumer<D> change) {
    try {
      D copy = (D) clone();
      change.accept(copy);
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * This draft, which holds.
   *
   * @throws InvalidSettingsException naming every component that does not hold
   */
  D checked() {
    SettingsCheck.require(this);
    return (D) this;
  }

  private Map<String, Object> components() {
    Map<String, Object> components = new LinkedHashMap<>();
    BeanIntrospection.getIntrospection((Class<D>) getClass())
        .getBeanProperties()
        .forEach(
            property ->
                components.put(property.getName(), Objects.requireNonNull(property.get((D) this))));
    return components;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Draft<?> draft
        && getClass() == draft.getClass()
        && components().equals(draft.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return components().toString();
  }
}
