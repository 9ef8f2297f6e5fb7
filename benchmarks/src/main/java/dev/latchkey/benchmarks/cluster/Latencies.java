package dev.latchkey.benchmarks.cluster;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/** Durations in nanoseconds. */
record Latencies(List<Long> sorted) {

  static Latencies of(List<Long> durations) {
    return new Latencies(durations.stream().sorted().toList());
  }

  /** Returns the least duration that this share of all does not exceed, such as "0.12 s"; empty if there is none. */
  String at(double share) {
    return sorted.isEmpty() ? "" : seconds(nanosAt(share));
  }

  /**
   * Returns the least duration that this share of all does not exceed, in nanoseconds.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  long nanosAt(double share) {
    if (sorted.isEmpty()) {
      throw new NoSuchElementException("No durations");
    }
    return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }

  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
  }
}
