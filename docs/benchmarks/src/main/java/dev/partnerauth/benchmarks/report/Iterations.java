package dev.partnerauth.benchmarks.report;

import java.util.Arrays;
import java.util.List;

/**
 * All iterations of one benchmark with so many threads.
 *
 * @param benchmark class and method
 */
record Iterations(List<List<String>> lines, String benchmark, int threads) {

  static Iterations of(Results results, String file, String benchmark, int threads) {
    return new Iterations(
        results.read(file).stream()
            .filter(line -> line.get(0).equals(benchmark))
            .filter(line -> line.get(1).equals(Integer.toString(threads)))
            .toList(),
        benchmark,
        threads);
  }

  double median() {
    double[] nanos = column(2);
    return (nanos[(nanos.length - 1) / 2] + nanos[nanos.length / 2]) / 2;
  }

  double fastest() {
    return column(2)[0];
  }

  double slowest() {
    double[] nanos = column(2);
    return nanos[nanos.length - 1];
  }

  double bytes() {
    double[] bytes = column(3);
    return bytes[bytes.length / 2];
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  private double[] column(int index) {
    double[] numbers =
        lines.stream().mapToDouble(line -> Double.parseDouble(line.get(index))).toArray();
    Arrays.sort(numbers);
    return numbers;
  }
}
