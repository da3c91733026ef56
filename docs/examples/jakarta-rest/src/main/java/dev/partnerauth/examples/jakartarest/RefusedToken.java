package dev.partnerauth.examples.jakartarest;

import java.io.IOException;

/** The call did nothing, and there is another token to make it with. */
final class RefusedToken extends IOException {

  private static final long serialVersionUID = 1L;

  RefusedToken() {
    super("The token was refused");
  }
}
