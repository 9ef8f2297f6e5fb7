package dev.latchkey.benchmarks.cluster;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The changes of one subject, which is absent before the first. Decides which states a read can have seen. */
final class Register {

  /** Before every history. */
  private static final long FIRST = Long.MIN_VALUE + 1;

  private final List<Write> writes;
  private final LatestUpTo overwritingStartsByEnd;
  private final Map<State, LatestUpTo> endsByStart = new EnumMap<>(State.class);

  private Register(List<Write> writes, Predicate<Write> overwrites) {
    this.writes = writes.stream().filter(overwrites).toList();
    this.overwritingStartsByEnd = LatestUpTo.of(this.writes, Write::end, Write::start);
    for (State state : State.values()) {
      endsByStart.put(
          state,
          LatestUpTo.of(writes.stream().filter(write -> write.state() == state).toList(), Write::start, Write::end));
    }
  }

  static Register of(List<Write> writes) {
    return new Register(writes, Write::isAcknowledged);
  }

  /** Of the view of one node: only the changes that it acknowledged itself are certain to have overwritten others. */
  static Register of(List<Write> writes, String node) {
    return new Register(writes, write -> write.isAcknowledged() && write.call().node().equals(node));
  }

  /** Returns whether a read can have seen that state at some moment from one time to another, both included. */
  boolean explains(State seen, long from, long to) {
    long end = latestEnd(seen, to);
    return end != LatestUpTo.NONE && end >= overwritingStartsByEnd.before(from);
  }

  /** Returns whether a change to that state can have taken effect between the two times. */
  boolean canHaveChangedTo(State state, long from, long to) {
    return latestEnd(state, to) >= from;
  }

  /** Returns the last change that was acknowledged before that time. */
  Optional<Write> acknowledgedBefore(long time) {
    return writes.stream().filter(write -> write.end() < time).max(Comparator.comparingLong(Write::start));
  }

  private long latestEnd(State state, long to) {
    long end = endsByStart.getOrDefault(state, NOTHING).upTo(to);
    return state == State.ABSENT ? Math.max(end, FIRST) : end;
  }

  private static final LatestUpTo NOTHING = LatestUpTo.of(List.<Write>of(), Write::start, Write::end);
}
