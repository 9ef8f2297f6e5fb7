package dev.latchkey.benchmarks.cluster;

/** A line of a history. Times are nanoseconds of a monotonic clock since the history began. */
sealed interface Entry {

  /** A call: when it was sent, when it ended, and how. */
  record Call(String node, long start, long end, Operation operation, Outcome outcome) implements Entry {}

  /** The time during which no server of the database could take part in a majority. */
  record Outage(String fault, long start, long end) implements Entry {}
}
