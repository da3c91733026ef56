package dev.partnerauth.http.settings;

/** Settings of the program's own making do not hold: a bug, told at start and all at once. */
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
