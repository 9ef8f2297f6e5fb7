package dev.latchkey.contracts.support;

import java.util.concurrent.atomic.AtomicLong;

/** Ids that no earlier run has used, even if the store outlives the run. */
public final class NewIds {

  private static final AtomicLong LAST = new AtomicLong(System.currentTimeMillis() << 20);

  private NewIds() {}

  public static long next() {
    return LAST.incrementAndGet();
  }

  /** Reserves consecutive ids, so that no other id lies between them; returns the first. */
  public static long block(int size) {
    return LAST.getAndAdd(size) + 1;
  }
}
