package dev.latchkey.contracts;

import java.util.concurrent.atomic.AtomicLong;

/** Ids that no earlier run has used, even if the store outlives the run. */
final class NewIds {

  private static final AtomicLong LAST = new AtomicLong(System.currentTimeMillis() << 20);

  private NewIds() {}

  static long next() {
    return LAST.incrementAndGet();
  }

  /** Reserves consecutive ids, so that no other id lies between them; returns the first. */
  static long block(int size) {
    return LAST.getAndAdd(size) + 1;
  }
}
