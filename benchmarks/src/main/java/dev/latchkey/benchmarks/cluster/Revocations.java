package dev.latchkey.benchmarks.cluster;

import dev.latchkey.benchmarks.cluster.Entry.Call;
import dev.latchkey.benchmarks.cluster.Operation.CheckKey;
import dev.latchkey.benchmarks.cluster.Outcome.Acknowledged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How soon acknowledged revocations were in force. Only the checks are counted that were asked for after the reply and
 * answered before the key or the tenant was changed again.
 *
 * @param refused from the reply to the first response of another node that does not grant, 503 included
 * @param lastGrants from the reply to the sending of the last request that any node granted; 0 if there was none
 */
record Revocations(Latencies refused, Latencies lastGrants) {

  static Revocations of(List<Entry> history) {
    List<Call> calls = history.stream().filter(Call.class::isInstance).map(Call.class::cast).toList();
    Map<Subject, List<Call>> checks = new HashMap<>();
    Map<Subject, List<Call>> changes = new HashMap<>();
    for (Call call : calls) {
      if (call.operation() instanceof CheckKey(var tenant, var key)) {
        add(checks, new Subject.Key(key), call);
        add(checks, new Subject.Tenant(tenant), call);
      }
      call.operation().changes().keySet().forEach(subject -> add(changes, subject, call));
    }
    List<Long> refused = new ArrayList<>();
    List<Long> lastGrants = new ArrayList<>();
    changes.forEach((subject, of) -> {
      List<Call> ordered = byStart(of);
      List<Call> checked = byStart(checks.getOrDefault(subject, List.of()));
      for (int i = 0; i < ordered.size(); i++) {
        if (isRevocation(ordered.get(i), subject)) {
          long until = i + 1 < ordered.size() ? ordered.get(i + 1).start() : Long.MAX_VALUE;
          List<Call> since = between(checked, ordered.get(i).end(), until);
          lastGrants.add(lastGrant(since, ordered.get(i)));
          firstRefusal(since, ordered.get(i)).ifPresent(refused::add);
        }
      }
    });
    return new Revocations(Latencies.of(refused), Latencies.of(lastGrants));
  }

  private static boolean isRevocation(Call call, Subject subject) {
    return call.outcome() instanceof Acknowledged && switch (call.operation()) {
      case Operation.DisableKey _,Operation.SuspendTenant _ -> true;
      case Operation.RotateKey(var _, var key, var _) -> subject.equals(new Subject.Key(key));
      case CheckKey _,Operation.CreateTenant _,Operation.ActivateTenant _,Operation.CreateKey _,Operation.EnableKey _,Operation.AddLead _,Operation.RemoveLead _,Operation.ReadTenant _,Operation.ReadKey _,Operation.ReadLead _ ->
        false;
    };
  }

  private static long lastGrant(List<Call> checks, Call revocation) {
    return checks.stream().filter(check -> check.outcome() instanceof Acknowledged)
        .mapToLong(check -> check.start() - revocation.end()).max().orElse(0);
  }

  private static OptionalLong firstRefusal(List<Call> checks, Call revocation) {
    return checks.stream().filter(check -> !(check.outcome() instanceof Acknowledged))
        .filter(check -> !check.node().equals(revocation.node()))
        .mapToLong(check -> check.end() - revocation.end()).min();
  }

  /** Returns those that were asked for and answered between the two times. */
  private static List<Call> between(List<Call> byStart, long from, long to) {
    int first = firstAfter(byStart, from);
    int last = first;
    while (last < byStart.size() && byStart.get(last).start() < to) {
      last++;
    }
    // One that was not answered before the next change can have seen it.
    return byStart.subList(first, last).stream().filter(call -> call.end() < to).toList();
  }

  private static int firstAfter(List<Call> byStart, long time) {
    int low = 0;
    int high = byStart.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byStart.get(middle).start() > time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static List<Call> byStart(List<Call> calls) {
    return calls.stream().sorted(Comparator.comparingLong(Call::start)).toList();
  }

  private static void add(Map<Subject, List<Call>> calls, Subject subject, Call call) {
    calls.computeIfAbsent(subject, _ -> new ArrayList<>()).add(call);
  }
}
