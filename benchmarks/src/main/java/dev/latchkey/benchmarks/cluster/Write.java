package dev.latchkey.benchmarks.cluster;

import dev.latchkey.benchmarks.cluster.Entry.Call;

/**
 * A change of a subject that took effect, or may have, at some moment from its start to its end.
 *
 * @param end {@link #NEVER} if the outcome is unknown, because the change can take effect at any later time
 */
record Write(Call call, State state, long start, long end) {

  static final long NEVER = Long.MAX_VALUE;

  boolean isAcknowledged() {
    return end != NEVER;
  }
}
