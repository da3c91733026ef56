package dev.partnerauth.http.settings;

import java.time.Duration;

/**
 * Durations from one to another, both included.
 *
 * @param from as {@link Duration#parse} reads it, which is how the range is described
 * @param to likewise
 */
record DurationRange(String from, String to) {

  boolean contains(Duration duration) {
    return duration.compareTo(Duration.parse(from)) >= 0
        && duration.compareTo(Duration.parse(to)) <= 0;
  }

  String describe() {
    return "a duration from " + from + " to " + to;
  }
}
