package dev.latchkey.benchmarks.cluster;

import dev.latchkey.benchmarks.cluster.Entry.Call;
import java.util.Optional;

/**
 * A call that contradicts a promise.
 *
 * @param against the call or the outage that it contradicts, if there is one
 */
record Violation(Kind kind, Call call, Optional<Entry> against) {

  enum Kind {
    LATE_GRANT("granted more than a second after the revocation was acknowledged, or by the node that acknowledged it"),
    OLD_REFUSAL("refused for a state that ended more than a second before"),
    GRANT_IN_OUTAGE("granted more than a second after the database lost its majority"),
    LOST_CHANGE("an acknowledged change is not seen, or a state that no call asked for is"),
    UNSEEN_CHANGE("a change was seen and then unseen"),
    MISSING_LEAD("an acknowledged lead is missing"),
    DOUBLE_LEAD("a lead exists twice");

    private final String description;

    Kind(String description) {
      this.description = description;
    }

    String description() {
      return description;
    }
  }

  /** Returns the kind and the lines of the history. */
  String described() {
    return kind.description() + "\n  " + EntryJson.write(call)
        + against.map(entry -> "\n  against " + EntryJson.write(entry)).orElse("");
  }
}
