package dev.partnerauth.benchmarks.report;

import java.util.List;

/** All that was measured of one server: lines of numbers, after its name and title. */
record Columns(List<List<String>> lines) {

  static Columns of(Results results, String file, String server) {
    return new Columns(
        results.read(file).stream().filter(line -> line.get(0).equals(server)).toList());
  }

  /** Name and title of each, in the order in which they were measured. */
  static List<List<String>> servers(Results results, String file) {
    return results.read(file).stream().map(line -> line.subList(0, 2)).distinct().toList();
  }

  double median(int column) {
    double[] sorted = sorted(column);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  double least(int column) {
    return sorted(column)[0];
  }

  double most(int column) {
    double[] sorted = sorted(column);
    return sorted[sorted.length - 1];
  }

  private double[] sorted(int column) {
    return lines.stream()
        .mapToDouble(line -> Double.parseDouble(line.get(column)))
        .sorted()
        .toArray();
  }
}
