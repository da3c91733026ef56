package dev.partnerauth.benchmarks.scenario;

import dev.partnerauth.benchmarks.TokenServer.Request;
import dev.partnerauth.benchmarks.report.Results;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what a plot shows: the slowest read of each short while, and every request. */
record Timeline(Results results, String file, long beginNanos) {

  void write(List<Readers.Read> reads, List<Request> requests) {
    results.forget(file);
    Map<Long, Readers.Read> slowest = new TreeMap<>();
    for (Readers.Read read : reads) {
      long bin = (read.atNanos() - beginNanos) / Readers.BIN.toNanos();
      slowest.merge(bin, read, Timeline::worse);
    }
    slowest.forEach(
        (bin, read) ->
            results.write(
                file,
                read.failed() ? "failed" : "read",
                bin * Readers.BIN.toMillis() / 1e3,
                read.tookNanos() / 1e6));
    for (Request request : requests) {
      results.write(
          file, request.refused() ? "refused" : "request", (request.nanos() - beginNanos) / 1e9, 0);
    }
  }

  /** What else is to be seen: a stretch of time. */
  void mark(String what, long fromNanos, long toNanos) {
    results.write(file, what, (fromNanos - beginNanos) / 1e9, (toNanos - beginNanos) / 1e9);
  }

  private static Readers.Read worse(Readers.Read left, Readers.Read right) {
    if (left.failed() != right.failed()) {
      return left.failed() ? left : right;
    }
    return left.tookNanos() > right.tookNanos() ? left : right;
  }
}
