package dev.partnerauth.testkit.cli;

import org.jspecify.annotations.Nullable;

/**
 * Foreign text, fit for a terminal: control characters could move its cursor or change its title.
 */
final class Printable {

  private Printable() {}

  static String line(@Nullable String text) {
    return text == null ? "" : text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
  }
}
