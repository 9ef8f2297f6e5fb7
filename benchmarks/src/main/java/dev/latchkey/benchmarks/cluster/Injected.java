package dev.latchkey.benchmarks.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A fault that was injected and undone.
 *
 * @param gap the longest time in which a node acknowledged no change
 * @param afterElection the longest time from an election, or from the repair, to the first change that a node acknowledged
 */
record Injected(FaultKind kind, String what, Duration gap, Duration afterElection) {

  /** Returns the limits that were exceeded, as sentences. */
  List<String> exceeded() {
    List<String> exceeded = new ArrayList<>();
    if (afterElection.compareTo(FaultKind.AFTER_ELECTION) > 0) {
      exceeded.add(
          "%s: %s without writes after the election or the repair, limit %s".formatted(what, seconds(afterElection),
              seconds(FaultKind.AFTER_ELECTION)));
    }
    if (kind == FaultKind.PLANNED_SWITCH && gap.compareTo(FaultKind.OF_A_SWITCH) > 0) {
      exceeded.add("%s: %s without writes, limit %s".formatted(what, seconds(gap), seconds(FaultKind.OF_A_SWITCH)));
    }
    return exceeded;
  }

  String described() {
    return "%s: gap in writes %s, %s after the election or the repair".formatted(what, seconds(gap),
        seconds(afterElection));
  }

  private static String seconds(Duration time) {
    return Latencies.seconds(time.toNanos());
  }
}
