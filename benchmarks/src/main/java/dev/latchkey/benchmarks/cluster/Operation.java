package dev.latchkey.benchmarks.cluster;

import java.util.Map;

/** A request to a node. Tenants and keys have the names that the campaign gave them, leads their phone numbers. */
sealed interface Operation {

  /** Asks for whoami with the key. */
  record CheckKey(String tenant, String key) implements Operation {}

  record CreateTenant(String tenant) implements Operation {}

  record SuspendTenant(String tenant) implements Operation {}

  record ActivateTenant(String tenant) implements Operation {}

  record CreateKey(String tenant, String key) implements Operation {}

  record DisableKey(String tenant, String key) implements Operation {}

  record EnableKey(String tenant, String key) implements Operation {}

  /** Replaces the key by its successor, without an overlap. */
  record RotateKey(String tenant, String key, String successor) implements Operation {}

  record AddLead(String number) implements Operation {}

  record RemoveLead(String number) implements Operation {}

  record ReadTenant(String tenant) implements Operation {}

  record ReadKey(String tenant, String key) implements Operation {}

  record ReadLead(String number) implements Operation {}

  /** Returns the states that the operation gives to its subjects if it takes effect; empty for reads. */
  default Map<Subject, State> changes() {
    return switch (this) {
      case CheckKey _,ReadTenant _,ReadKey _,ReadLead _ -> Map.of();
      case CreateTenant(var tenant) -> Map.of(new Subject.Tenant(tenant), State.ACTIVE);
      case SuspendTenant(var tenant) -> Map.of(new Subject.Tenant(tenant), State.SUSPENDED);
      case ActivateTenant(var tenant) -> Map.of(new Subject.Tenant(tenant), State.ACTIVE);
      case CreateKey(var _, var key) -> Map.of(new Subject.Key(key), State.ACTIVE);
      case DisableKey(var _, var key) -> Map.of(new Subject.Key(key), State.DISABLED);
      case EnableKey(var _, var key) -> Map.of(new Subject.Key(key), State.ACTIVE);
      case RotateKey(var _, var key, var successor) ->
        Map.of(new Subject.Key(key), State.REPLACED, new Subject.Key(successor), State.ACTIVE);
      case AddLead(var number) -> Map.of(new Subject.Lead(number), State.PRESENT);
      case RemoveLead(var number) -> Map.of(new Subject.Lead(number), State.ABSENT);
    };
  }
}
