package dev.latchkey.benchmarks.cluster;

import dev.latchkey.benchmarks.cluster.Entry.Call;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints how many calls ended in which way. */
final class CallTable {

  private CallTable() {}

  static void print(List<Entry> history) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Entry entry : history) {
      if (entry instanceof Call(var _, var _, var _, var operation, var outcome)) {
        counts.merge("| " + kind(operation) + " | " + described(outcome) + " |", 1, Integer::sum);
      }
    }
    System.out.printf("%n| calls | outcome | count |%n| --- | --- | --- |%n");
    counts.forEach((row, count) -> System.out.printf("%s %,d |%n", row, count));
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
