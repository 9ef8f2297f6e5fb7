package dev.latchkey.benchmarks.cluster;

import dev.latchkey.benchmarks.cluster.Entry.Call;
import dev.latchkey.benchmarks.cluster.Entry.Outage;
import dev.latchkey.benchmarks.cluster.Outcome.Acknowledged;
import dev.latchkey.benchmarks.cluster.Outcome.Found;
import dev.latchkey.benchmarks.cluster.Outcome.Refused;
import dev.latchkey.benchmarks.cluster.Outcome.Unknown;
import dev.latchkey.benchmarks.cluster.Violation.Kind;
import java.util.ArrayList;
import java.util.List;

/** A history written by hand, with times in milliseconds. */
final class Example {

  private final List<Entry> entries = new ArrayList<>();

  /** A tenant and a key, created on node a, that are in force from the start. */
  static Example withKey() {
    return new Example()
        .acknowledged("a", -200, -190, new Operation.CreateTenant("tenant"))
        .acknowledged("a", -180, -170, new Operation.CreateKey("tenant", "key"));
  }

  Example acknowledged(String node, long start, long end, Operation operation) {
    return add(node, start, end, operation, new Acknowledged(0));
  }

  Example acknowledged(String node, long start, long end, Operation operation, long version) {
    return add(node, start, end, operation, new Acknowledged(version));
  }

  Example unknown(String node, long start, long end, Operation operation) {
    return add(node, start, end, operation, new Unknown("503"));
  }

  Example refused(String node, long start, long end, Operation operation, String code) {
    return add(node, start, end, operation, new Refused(code));
  }

  Example found(String node, long start, long end, Operation operation, State state) {
    return add(node, start, end, operation, new Found(state, state == State.ABSENT ? 0 : 1, 0));
  }

  Example found(String node, long start, long end, Operation operation, State state, long version) {
    return add(node, start, end, operation, new Found(state, 1, version));
  }

  Example add(String node, long start, long end, Operation operation, Outcome outcome) {
    entries.add(new Call(node, nanos(start), nanos(end), operation, outcome));
    return this;
  }

  Example outage(long start, long end) {
    entries.add(new Outage("loss of the majority", nanos(start), nanos(end)));
    return this;
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  List<Kind> violations() {
    return HistoryCheck.violations(entries).stream().map(Violation::kind).toList();
  }

  private static long nanos(long millis) {
    return millis * 1_000_000;
  }
}
