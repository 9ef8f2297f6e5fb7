package dev.latchkey.adapters.system;

import dev.latchkey.application.port.out.ForMintingIds;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of 41 bits of milliseconds and 22 bits that start at a random place in each millisecond and count up. Two nodes
 * would have to start within each other's numbers in the same millisecond to clash; the store then refuses the second
 * row.
 */
public final class TimeOrderedIds implements ForMintingIds {

  /** 2025-01-01T00:00:00Z; 41 bits last until 2094. */
  private static final long EPOCH_MILLIS = 1_735_689_600_000L;

  private static final int SEQUENCE_BITS = 22;

  /** Leaves half of a millisecond's numbers free behind its start. */
  private static final int START_BITS = SEQUENCE_BITS - 1;

  private final SecureRandom random = new SecureRandom();
  private final AtomicLong last = new AtomicLong();

  @Override
  public long next() {
    long millis = System.currentTimeMillis() - EPOCH_MILLIS;
    long fresh = millis << SEQUENCE_BITS | random.nextInt(1 << START_BITS);
    // Within one millisecond, or after the clock was set back, it counts on from the last one.
    return last.accumulateAndGet(fresh, (previous, start) -> millisOf(previous) < millis ? start : previous + 1);
  }

  private static long millisOf(long id) {
    return id >> SEQUENCE_BITS;
  }
}
