package dev.latchkey.benchmarks.cluster;

import dev.latchkey.benchmarks.cluster.Entry.Call;
import dev.latchkey.benchmarks.cluster.Operation.ActivateTenant;
import dev.latchkey.benchmarks.cluster.Operation.AddLead;
import dev.latchkey.benchmarks.cluster.Operation.CheckKey;
import dev.latchkey.benchmarks.cluster.Operation.CreateKey;
import dev.latchkey.benchmarks.cluster.Operation.CreateTenant;
import dev.latchkey.benchmarks.cluster.Operation.DisableKey;
import dev.latchkey.benchmarks.cluster.Operation.EnableKey;
import dev.latchkey.benchmarks.cluster.Operation.ReadKey;
import dev.latchkey.benchmarks.cluster.Operation.ReadLead;
import dev.latchkey.benchmarks.cluster.Operation.ReadTenant;
import dev.latchkey.benchmarks.cluster.Operation.RemoveLead;
import dev.latchkey.benchmarks.cluster.Operation.RotateKey;
import dev.latchkey.benchmarks.cluster.Operation.SuspendTenant;
import dev.latchkey.benchmarks.cluster.Outcome.Acknowledged;
import dev.latchkey.benchmarks.cluster.Outcome.Found;
import dev.latchkey.benchmarks.cluster.Outcome.Refused;
import java.util.List;

/**
 * What the outcome of a call says about the state of a subject.
 *
 * @param from the earliest moment of which it may speak
 * @param reader calls of the same reader, one after the other, must not go back in time
 */
record Sight(Call call, Subject subject, State state, long from, String reader) {

  /** A decision about a key may be that old. */
  static final long BOUND = 1_000_000_000L;

  /** All reads that are no decisions about keys: they are of the present, on whichever node. */
  private static final String ANY_NODE = "";

  private static final String NOT_FOUND = "_not_found";

  long to() {
    return call.end();
  }

  boolean isDecision() {
    return call.operation() instanceof CheckKey;
  }

  static List<Sight> of(Call call) {
    return switch (call.operation()) {
      case CheckKey(var tenant, var key) -> decided(call, new Subject.Tenant(tenant), new Subject.Key(key));
      case ReadTenant(var tenant) -> found(call, new Subject.Tenant(tenant));
      case ReadKey(var _, var key) -> found(call, new Subject.Key(key));
      case ReadLead(var number) -> found(call, new Subject.Lead(number));
      case SuspendTenant(var tenant) -> missed(call, new Subject.Tenant(tenant));
      case ActivateTenant(var tenant) -> missed(call, new Subject.Tenant(tenant));
      case DisableKey(var _, var key) -> missed(call, new Subject.Key(key));
      case EnableKey(var _, var key) -> missed(call, new Subject.Key(key));
      case RotateKey(var _, var key, var _) -> missed(call, new Subject.Key(key));
      case RemoveLead(var number) -> missed(call, new Subject.Lead(number));
      case CreateTenant _,CreateKey _,AddLead _ -> List.of();
    };
  }

  /** A change of what does not exist is refused. */
  private static List<Sight> missed(Call call, Subject subject) {
    return call.outcome() instanceof Refused(var code) && code.endsWith(NOT_FOUND)
        ? List.of(new Sight(call, subject, State.ABSENT, call.start(), ANY_NODE))
        : List.of();
  }

  private static List<Sight> decided(Call call, Subject tenant, Subject key) {
    return switch (call.outcome()) {
      case Acknowledged _ -> List.of(decided(call, key, State.ACTIVE), decided(call, tenant, State.ACTIVE));
      case Refused(var code) -> switch (code) {
        case "key_disabled" -> List.of(decided(call, key, State.DISABLED));
        case "key_expired" -> List.of(decided(call, key, State.REPLACED));
        case "key_invalid" -> List.of(decided(call, key, State.ABSENT));
        case "tenant_suspended" -> List.of(decided(call, tenant, State.SUSPENDED));
        default -> List.of();
      };
      case Outcome.Unknown _,Found _ -> List.of();
    };
  }

  private static Sight decided(Call call, Subject subject, State state) {
    return new Sight(call, subject, state, call.start() - BOUND, call.node());
  }

  private static List<Sight> found(Call call, Subject subject) {
    return switch (call.outcome()) {
      case Found(var state, var _, var _) -> List.of(new Sight(call, subject, state, call.start(), ANY_NODE));
      case Acknowledged _,Refused _,Outcome.Unknown _ -> List.of();
    };
  }
}
