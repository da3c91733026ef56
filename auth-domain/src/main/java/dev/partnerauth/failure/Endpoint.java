package dev.partnerauth.failure;

/**
 * The two endpoints of the Authentication API.
 *
 * @since 0.1.0
 */
public enum Endpoint {
  ACCESS_TOKEN("/accesstoken"),
  SERVICE_TOKEN("/servicetoken");

  private final String path;

  Endpoint(String path) {
    this.path = path;
  }

  /** Relative to the base address. */
  public String path() {
    return path;
  }
}
