package dev.latchkey.adapters.system;

import dev.latchkey.application.port.out.ForMintingIds;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Generates ids of 41 bits of milliseconds and 22 bits of a sequence that starts at a random number in each
 * millisecond. Ids of two nodes collide only if their sequences overlap in the same millisecond; the store then rejects
 * the second row.
 */
public final class TimeOrderedIds implements ForMintingIds {

  /** 2025-01-01T00:00:00Z; 41 bits last until 2094. */
  private static final long EPOCH_MILLIS = 1_735_689_600_000L;

  private static final int SEQUENCE_BITS = 22;

  /** Leaves at least half of a millisecond's numbers free after its start. */
  private static final int START_BITS = SEQUENCE_BITS - 1;

  private final SecureRandom random = new SecureRandom();
  private final AtomicLong last = new AtomicLong();

  @Override
  public long next() {
    long millis = System.currentTimeMillis() - EPOCH_MILLIS;
    long fresh = millis << SEQUENCE_BITS | random.nextInt(1 << START_BITS);
    // Continues from the last id within one millisecond, and after the clock was set back.
    return last.accumulateAndGet(fresh, (previous, start) -> millisOf(previous) < millis ? start : previous + 1);
  }

  private static long millisOf(long id) {
    return id >> SEQUENCE_BITS;
  }
}
