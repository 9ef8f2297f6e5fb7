package dev.latchkey.benchmarks.cluster;

import dev.latchkey.benchmarks.cluster.Outcome.Acknowledged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Creates, suspends and activates tenants with one key on a node. A tenant is left alone after a change with an unknown
 * outcome.
 */
final class TenantChanges implements Work {

  private static final int SLOTS = 2;

  private final Api api;
  private final Known known;
  private final List<Slot> slots = new ArrayList<>(Collections.nCopies(SLOTS, new Slot.Empty()));
  private int count;

  /** The tenant of a slot, as far as its state is known. */
  private sealed interface Slot {
    record Empty() implements Slot {}

    record WithoutKey(KnownTenant tenant) implements Slot {}

    record Active(KnownTenant tenant, KnownKey key) implements Slot {}

    record Suspended(KnownTenant tenant, KnownKey key) implements Slot {}
  }

  TenantChanges(Api api, Known known) {
    this.api = api;
    this.known = known;
  }

  @Override
  public void step() {
    count++;
    int index = count % SLOTS;
    slots.set(index, switch (slots.get(index)) {
      case Slot.Empty _ -> create();
      case Slot.WithoutKey(KnownTenant tenant) -> createKey(tenant);
      case Slot.Active(KnownTenant tenant, KnownKey key) -> suspend(tenant, key);
      case Slot.Suspended(KnownTenant tenant, KnownKey key) -> activate(tenant, key);
    });
  }

  private Slot create() {
    String name = "tenant-" + api.name() + "-" + count;
    Optional<KnownTenant> created = api.createTenant(name);
    created.ifPresentOrElse(known::add, () -> known.addUncertainTenant(name));
    return created.<Slot>map(Slot.WithoutKey::new).orElseGet(Slot.Empty::new);
  }

  private Slot createKey(KnownTenant tenant) {
    String name = tenant.name() + "-key-" + count;
    Optional<KnownKey> created = api.createKey(tenant, name);
    created.ifPresentOrElse(key -> known.add(tenant, key), () -> known.addUncertainKey(tenant, name));
    return created.<Slot>map(key -> new Slot.Active(tenant, key)).orElseGet(() -> new Slot.WithoutKey(tenant));
  }

  private Slot suspend(KnownTenant tenant, KnownKey key) {
    known.revoking(key);
    return api.suspend(tenant) instanceof Acknowledged ? new Slot.Suspended(tenant, key) : new Slot.Empty();
  }

  private Slot activate(KnownTenant tenant, KnownKey key) {
    return api.activate(tenant) instanceof Acknowledged ? new Slot.Active(tenant, key) : new Slot.Empty();
  }
}
