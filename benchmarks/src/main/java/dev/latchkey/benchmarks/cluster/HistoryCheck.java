package dev.latchkey.benchmarks.cluster;

import dev.latchkey.benchmarks.cluster.Entry.Call;
import dev.latchkey.benchmarks.cluster.Entry.Outage;
import dev.latchkey.benchmarks.cluster.Operation.CheckKey;
import dev.latchkey.benchmarks.cluster.Outcome.Acknowledged;
import dev.latchkey.benchmarks.cluster.Outcome.Found;
import dev.latchkey.benchmarks.cluster.Violation.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a history against the promises. A change that was acknowledged took effect between its start and its end, one
 * with an unknown outcome at any time after its start or never, and one that was refused never.
 */
final class HistoryCheck {

  private static final Register UNCHANGED = Register.of(List.of());

  private final List<Call> calls;
  private final List<Outage> outages;
  private final Map<Subject, List<Write>> writes = new HashMap<>();
  private final Map<Subject, Register> registers = new HashMap<>();
  private final Map<OnNode, Register> registersOfNodes = new HashMap<>();
  private final List<Violation> violations = new ArrayList<>();

  private record OnNode(Subject subject, String node) {}

  private record Reading(Subject subject, String reader) {}

  private HistoryCheck(List<Entry> history) {
    this.calls = history.stream().filter(Call.class::isInstance).map(Call.class::cast).toList();
    this.outages = history.stream().filter(Outage.class::isInstance).map(Outage.class::cast).toList();
  }

  /** Returns all violations, ordered by the start of the call. */
  static List<Violation> violations(List<Entry> history) {
    HistoryCheck check = new HistoryCheck(history);
    check.collectWrites();
    check.checkSights();
    check.checkVersions();
    check.checkLeadsOnce();
    check.checkOutages();
    return check.violations.stream().sorted(Comparator.comparingLong(violation -> violation.call().start())).toList();
  }

  private void collectWrites() {
    for (Call call : calls) {
      boolean acknowledged = call.outcome() instanceof Acknowledged;
      if (acknowledged || call.outcome() instanceof Outcome.Unknown) {
        call.operation().changes().forEach(
            (subject, state) -> writes.computeIfAbsent(subject, _ -> new ArrayList<>())
                .add(new Write(call, state, call.start(), acknowledged ? call.end() : Write.NEVER)));
      }
    }
    writes.forEach((subject, changes) -> registers.put(subject, Register.of(changes)));
  }

  /** Each state that was seen must be explained by the changes, and must not be older than what was seen before. */
  private void checkSights() {
    Map<Reading, List<Sight>> readings = new HashMap<>();
    for (Call call : calls) {
      for (Sight sight : Sight.of(call)) {
        if (isExplained(sight)) {
          readings.computeIfAbsent(new Reading(sight.subject(), sight.reader()), _ -> new ArrayList<>()).add(sight);
        }
      }
    }
    readings.values().forEach(this::checkOrder);
  }

  private boolean isExplained(Sight sight) {
    Register register = register(sight.subject());
    if (!register.explains(sight.state(), sight.from(), sight.to())) {
      violations.add(new Violation(kind(sight), sight.call(), overwriting(register, sight.from())));
      return false;
    }
    if (sight.isDecision()) {
      // A change is in force on the node that acknowledges it before the reply.
      Register own = registerOfNode(sight.subject(), sight.call().node());
      if (!own.explains(sight.state(), sight.call().start(), sight.to())) {
        violations.add(new Violation(kind(sight), sight.call(), overwriting(own, sight.call().start())));
        return false;
      }
    }
    return true;
  }

  private static Optional<Entry> overwriting(Register register, long before) {
    return register.acknowledgedBefore(before).map(Write::call);
  }

  private static Kind kind(Sight sight) {
    if (sight.state() == State.ABSENT) {
      return sight.subject() instanceof Subject.Lead ? Kind.MISSING_LEAD : Kind.LOST_CHANGE;
    }
    if (sight.isDecision()) {
      return sight.state() == State.ACTIVE ? Kind.LATE_GRANT : Kind.OLD_REFUSAL;
    }
    return Kind.LOST_CHANGE;
  }

  private void checkOrder(List<Sight> sights) {
    List<Sight> byEnd = sights.stream().sorted(Comparator.comparingLong(Sight::to)).toList();
    long[] ends = byEnd.stream().mapToLong(Sight::to).toArray();
    for (Sight sight : byEnd) {
      int index = Arrays.binarySearch(ends, sight.call().start() - 1);
      int earlier = index >= 0 ? index : -index - 2;
      if (earlier >= 0) {
        checkOrder(byEnd.get(earlier), sight);
      }
    }
  }

  private void checkOrder(Sight before, Sight after) {
    if (before.state() != after.state()
        && !register(after.subject()).canHaveChangedTo(after.state(), before.from(), after.to())) {
      violations.add(new Violation(Kind.UNSEEN_CHANGE, after.call(), Optional.of(before.call())));
    }
  }

  /** The version of a record never decreases from a response to the call after it. */
  private void checkVersions() {
    Map<Subject, List<Versioned>> versions = new HashMap<>();
    for (Call call : calls) {
      versioned(call)
          .ifPresent(each -> versions.computeIfAbsent(each.subject(), _ -> new ArrayList<>()).add(each));
    }
    for (List<Versioned> responses : versions.values()) {
      LatestUpTo latest = LatestUpTo.of(responses, response -> response.call().end(), Versioned::version);
      for (Versioned response : responses) {
        long earlier = latest.before(response.call().start());
        if (earlier > response.version()) {
          violations.add(
              new Violation(Kind.UNSEEN_CHANGE, response.call(), responses.stream()
                  .filter(each -> each.version() == earlier).<Entry>map(Versioned::call).findFirst()));
        }
      }
    }
  }

  private record Versioned(Subject subject, Call call, long version) {}

  private static Optional<Versioned> versioned(Call call) {
    long version = switch (call.outcome()) {
      case Acknowledged(var number) -> number;
      case Found(var _, var _, var number) -> number;
      case Outcome.Refused _,Outcome.Unknown _ -> 0;
    };
    if (version == 0) {
      return Optional.empty();
    }
    return switch (call.operation()) {
      case Operation.CreateKey(var _, var key) -> Optional.of(new Versioned(new Subject.Key(key), call, version));
      case Operation.DisableKey(var _, var key) -> Optional.of(new Versioned(new Subject.Key(key), call, version));
      case Operation.EnableKey(var _, var key) -> Optional.of(new Versioned(new Subject.Key(key), call, version));
      case Operation.ReadKey(var _, var key) -> Optional.of(new Versioned(new Subject.Key(key), call, version));
      case CheckKey _,Operation.CreateTenant _,Operation.SuspendTenant _,Operation.ActivateTenant _,Operation.RotateKey _,Operation.AddLead _,Operation.RemoveLead _,Operation.ReadTenant _,Operation.ReadLead _ ->
        Optional.empty();
    };
  }

  private void checkLeadsOnce() {
    for (Call call : calls) {
      if (call.outcome() instanceof Found(var _, var times, var _) && times > 1) {
        violations.add(new Violation(Kind.DOUBLE_LEAD, call, Optional.empty()));
      }
    }
  }

  /** A node whose last proof of the present is from before the outage grants for one more second. */
  private void checkOutages() {
    for (Outage outage : outages) {
      calls.stream()
          .filter(call -> call.operation() instanceof CheckKey && call.outcome() instanceof Acknowledged)
          .filter(call -> call.start() > outage.start() + Sight.BOUND && call.end() < outage.end())
          .forEach(call -> violations.add(new Violation(Kind.GRANT_IN_OUTAGE, call, Optional.of(outage))));
    }
  }

  private Register register(Subject subject) {
    return registers.getOrDefault(subject, UNCHANGED);
  }

  private Register registerOfNode(Subject subject, String node) {
    return registersOfNodes.computeIfAbsent(
        new OnNode(subject, node),
        key -> Register.of(writes.getOrDefault(key.subject(), List.of()), key.node()));
  }
}
