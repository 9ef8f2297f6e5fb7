package dev.latchkey.benchmarks.cluster;

import dev.latchkey.benchmarks.cluster.Outcome.Acknowledged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Creates, disables, enables and rotates keys of one tenant on a node. A key is changed by one thread only, and is left
 * alone after a change with an unknown outcome.
 */
final class KeyChanges implements Work {

  /** With the pause between two steps of the load, a key stays disabled for longer than the bound of a revocation. */
  private static final int SLOTS = 6;

  private final Api api;
  private final Known known;
  private final KnownTenant tenant;
  private final List<Slot> slots = new ArrayList<>(Collections.nCopies(SLOTS, new Slot.Empty()));
  private int count;

  /** The key of a slot, as far as its state is known. */
  private sealed interface Slot {
    record Empty() implements Slot {}

    record Enabled(KnownKey key) implements Slot {}

    record Disabled(KnownKey key) implements Slot {}
  }

  KeyChanges(Api api, Known known, KnownTenant tenant) {
    this.api = api;
    this.known = known;
    this.tenant = tenant;
  }

  @Override
  public void step() {
    count++;
    int index = count % SLOTS;
    slots.set(index, switch (slots.get(index)) {
      case Slot.Empty _ -> create();
      case Slot.Enabled(KnownKey key) when count % 11 == 0 -> rotate(key);
      case Slot.Enabled(KnownKey key) -> disable(key);
      case Slot.Disabled _ when count % 13 == 0 -> create();
      case Slot.Disabled(KnownKey key) -> enable(key);
    });
  }

  private Slot create() {
    String name = name();
    Optional<KnownKey> created = api.createKey(tenant, name);
    if (created.isEmpty()) {
      known.addUncertainKey(tenant, name);
    }
    return enabled(created);
  }

  private Slot rotate(KnownKey key) {
    known.revoking(key);
    return enabled(api.rotate(tenant, key, name()));
  }

  private Slot disable(KnownKey key) {
    known.revoking(key);
    return api.disable(tenant, key) instanceof Acknowledged ? new Slot.Disabled(key) : new Slot.Empty();
  }

  private Slot enable(KnownKey key) {
    return api.enable(tenant, key) instanceof Acknowledged ? new Slot.Enabled(key) : new Slot.Empty();
  }

  private Slot enabled(Optional<KnownKey> created) {
    created.ifPresent(key -> known.add(tenant, key));
    return created.<Slot>map(Slot.Enabled::new).orElseGet(Slot.Empty::new);
  }

  private String name() {
    return tenant.name() + "-key-" + count;
  }
}
