package dev.latchkey.adapters.persistence.pruning;

import java.time.Duration;
import java.time.Instant;

/**
 * A table whose rows are past after a while.
 *
 * @param name as in the database
 * @param kept how long rows are kept beyond the moment that the statement compares
 * @param statement removes rows
 */
record PrunedTable(String name, Duration kept, Statement statement) {

  /** Removes rows that were past before the end. */
  @FunctionalInterface
  interface Statement {

    /** Removes at most {@code limit} rows; returns how many. */
    long removeSome(Instant end, int limit);
  }
}
