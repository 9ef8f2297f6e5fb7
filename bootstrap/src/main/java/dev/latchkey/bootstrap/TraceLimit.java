package dev.latchkey.bootstrap;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Admits one stack trace of each kind a minute. */
final class TraceLimit {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  /** More kinds than a program has; beyond it nothing is admitted until some are a minute old. */
  static final int MOST_KINDS = 1_000;

  private final LongSupplier nanos;
  private final Map<String, Long> admitted = new HashMap<>();

  /** @param nanos a clock that is never set */
  TraceLimit(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized boolean admits(String kind) {
    long now = nanos.getAsLong();
    Long last = admitted.get(kind);
    if (last != null && now - last < MINUTE) {
      return false;
    }
    if (last == null && admitted.size() >= MOST_KINDS) {
      admitted.values().removeIf(at -> now - at >= MINUTE);
      if (admitted.size() >= MOST_KINDS) {
        return false;
      }
    }
    admitted.put(kind, now);
    return true;
  }
}
