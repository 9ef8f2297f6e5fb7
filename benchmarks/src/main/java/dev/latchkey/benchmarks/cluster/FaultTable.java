package dev.latchkey.benchmarks.cluster;

import dev.latchkey.benchmarks.load.Machine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints the faults and the revocations as tables in Markdown. */
final class FaultTable {

  private FaultTable() {}

  static void print(Topology topology, int rounds, List<Injected> faults) {
    Map<FaultKind, List<Injected>> byKind = new EnumMap<>(FaultKind.class);
    faults.forEach(fault -> byKind.computeIfAbsent(fault.kind(), _ -> new ArrayList<>()).add(fault));
    String database = topology.name().toLowerCase(Locale.ROOT);
    System.out.printf(
        "%n| fault, %s | injected | gap in writes p50 | p99 | max | after the election or the repair p50 | p99 | max |%n",
        database);
    System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
    byKind.forEach(FaultTable::printRow);
    System.out.printf(
        "%n`.ci/cluster %s %d`, %d faults, %s, %s%n", database, rounds, faults.size(), LocalDate.now(ZoneOffset.UTC),
        Machine.described());
  }

  private static void printRow(FaultKind kind, List<Injected> faults) {
    Latencies gaps = Latencies.of(faults.stream().map(fault -> fault.gap().toNanos()).toList());
    Latencies after = Latencies.of(faults.stream().map(fault -> fault.afterElection().toNanos()).toList());
    System.out.printf(
        "| %s | %d | %s | %s | %s | %s | %s | %s |%n", kind.label(), faults.size(), gaps.at(0.5), gaps.at(0.99),
        gaps.at(1), after.at(0.5), after.at(0.99), after.at(1));
  }

  static void print(Revocations revocations) {
    System.out.printf("%n| %d acknowledged revocations | p50 | p99 | max |%n",
        revocations.lastGrants().sorted().size());
    System.out.println("| --- | --- | --- | --- |");
    printRow("from the reply until the other node refuses", revocations.refused());
    printRow("from the reply to the sending of the last request that was granted", revocations.lastGrants());
  }

  private static void printRow(String name, Latencies latencies) {
    System.out.printf("| %s | %s | %s | %s |%n", name, latencies.at(0.5), latencies.at(0.99), latencies.at(1));
  }
}
