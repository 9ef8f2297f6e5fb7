package dev.latchkey.benchmarks.cluster;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits. An interrupt ends the program's thread, because nothing interrupts it but its end. */
final class Pause {

  private static final Duration BETWEEN = Duration.ofMillis(50);

  private Pause() {}

  static void of(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for the condition, at most that time, and returns whether it is met. */
  static boolean until(Duration most, BooleanSupplier condition) {
    long end = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      of(BETWEEN);
    }
    return true;
  }
}
