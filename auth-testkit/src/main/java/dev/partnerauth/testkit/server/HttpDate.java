package dev.partnerauth.testkit.server;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What {@code Date} says by one clock (RFC 9110 section 5.6.7). Written once a second. Thread-safe.
 */
final class HttpDate {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private record Written(long second, String text) {

    static Written at(Instant moment) {
      return new Written(moment.getEpochSecond(), FORMAT.format(moment));
    }
  }

  private volatile Written latest = Written.at(Instant.EPOCH);

  String at(Instant moment) {
    Written written = latest;
    if (written.second() != moment.getEpochSecond()) {
      written = Written.at(moment);
      latest = written;
    }
    return written.text();
  }
}
