package dev.latchkey.adapters.persistence.pruning;

import java.time.Duration;
import java.time.Instant;

/**
 * A table whose rows expire.
 *
 * @param name the name in the database
 * @param kept how long rows are kept beyond the moment that the statement compares
 * @param statement removes rows
 */
record PrunedTable(String name, Duration kept, Statement statement) {

  /** Removes rows that expired before the end. */
  @FunctionalInterface
  interface Statement {

    /** Removes at most {@code limit} rows. Returns the number of rows removed. */
    long removeSome(Instant end, int limit);
  }
}
