package dev.latchkey.bootstrap.revocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long something took, each time. */
final class Latencies {

  private final String name;
  private final List<Long> nanos = new ArrayList<>();

  Latencies(String name) {
    this.name = name;
  }

  void add(long took) {
    nanos.add(took);
  }

  void print() {
    Collections.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%-70s n=%-5d p50 %7.1f ms   p99 %7.1f ms   max %7.1f ms%n",
        name,
        nanos.size(),
        millis(0.5),
        millis(0.99),
        millis(1));
  }

  private double millis(double share) {
    int rank = (int) Math.ceil(share * nanos.size());
    return nanos.get(Math.max(rank, 1) - 1) / 1e6;
  }
}
