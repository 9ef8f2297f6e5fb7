package dev.latchkey.contracts.support;

import java.util.concurrent.atomic.AtomicLong;

/** Ids that no earlier run has used, also where the store outlives the run. */
public final class NewIds {

  private static final AtomicLong LAST = new AtomicLong(System.currentTimeMillis() << 20);

  private NewIds() {}

  public static long next() {
    return LAST.incrementAndGet();
  }

  /** Takes ids that follow one another, so that nobody else's lie between them; returns the first. */
  public static long block(int size) {
    return LAST.getAndAdd(size) + 1;
  }
}
