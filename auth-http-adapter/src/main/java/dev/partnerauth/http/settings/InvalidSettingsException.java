package dev.partnerauth.http.settings;

/**
 * Settings of the program's own making do not hold: a bug, told at start and all at once.
 *
 * @since 0.1.0
 */
public final class InvalidSettingsException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient InvalidSettings settings;

  public InvalidSettingsException(InvalidSettings settings) {
    super(settings.describe());
    this.settings = settings;
  }

  /** What is wrong; not carried through Java serialization, where only the message survives. */
  public InvalidSettings settings() {
    return settings;
  }
}
