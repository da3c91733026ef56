package dev.partnerauth.http.transport;

import java.util.regex.Pattern;

/**
 * Hosts that are this machine, told by their names: nothing is looked up.
 *
 * @since 0.1.0
 */
public final class Loopback {

  private static final Pattern NAMES =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);

  private Loopback() {}

  /** Whether what is sent to this host stays on this machine. */
  public static boolean is(String host) {
    return NAMES.matcher(host).matches();
  }
}
