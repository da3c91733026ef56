package dev.partnerauth.http.transport;

import dev.partnerauth.http.settings.NetworkSettings;

/** Who we say we are. */
final class UserAgent {

  private UserAgent() {}

  static String of(NetworkSettings settings) {
    return ("partner-auth-java " + settings.userAgentSuffix()).strip();
  }
}
