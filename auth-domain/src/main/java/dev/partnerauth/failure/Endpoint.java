package dev.partnerauth.failure;

/** The two endpoints of the Authentication API. */
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
