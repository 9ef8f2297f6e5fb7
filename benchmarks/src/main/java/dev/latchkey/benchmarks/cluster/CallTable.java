package dev.latchkey.benchmarks.cluster;

import dev.latchkey.benchmarks.cluster.Entry.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints how many calls ended in which way, and how long they took. */
final class CallTable {

  private CallTable() {}

  static void print(List<Entry> history) {
    Map<String, List<Long>> durations = new TreeMap<>();
    for (Entry entry : history) {
      if (entry instanceof Call(var _, var start, var end, var operation, var outcome)) {
        durations.computeIfAbsent(kind(operation) + " | " + described(outcome), _ -> new ArrayList<>())
            .add(end - start);
      }
    }
    System.out.printf("%n| calls | outcome | count | p50 | p99 | max |%n| --- | --- | --- | --- | --- | --- |%n");
    durations.forEach((name, each) -> {
      Latencies latencies = Latencies.of(each);
      System.out.printf(
          "| %s | %,d | %s | %s | %s |%n", name, each.size(), latencies.at(0.5), latencies.at(0.99), latencies.at(1));
    });
  }

  private static String kind(Operation operation) {
    return switch (operation) {
      case Operation.CheckKey _ -> "checks";
      case Operation.ReadKey _,Operation.ReadTenant _,Operation.ReadLead _ -> "reads";
      case Operation.CreateTenant _,Operation.SuspendTenant _,Operation.ActivateTenant _,Operation.CreateKey _,Operation.DisableKey _,Operation.EnableKey _,Operation.RotateKey _,Operation.AddLead _,Operation.RemoveLead _ ->
        "changes";
    };
  }

  private static String described(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Acknowledged _ -> "acknowledged";
      case Outcome.Refused(var code) -> "refused: " + code;
      case Outcome.Unknown(var reason) -> "unknown: " + reason;
      case Outcome.Found _ -> "found";
    };
  }
}
