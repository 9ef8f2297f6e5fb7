package dev.latchkey.application.usecase;

import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyFilter;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store in which somebody else does something between a look at a key and the change made from it. */
final class Interrupted implements ForStoringKeys {

  private final ForStoringKeys store;
  private final Deque<Runnable> interruptions;

  Interrupted(ForStoringKeys store, Runnable... interruptions) {
    this.store = store;
    this.interruptions = new ArrayDeque<>(List.of(interruptions));
  }

  @Override
  public void add(TenantScope scope, ApiKey key, AuditEntry entry) {
    store.add(scope, key, entry);
  }

  @Override
  public Optional<ApiKey> find(TenantView scope, KeyId id) {
    Optional<ApiKey> found = store.find(scope, id);
    if (!interruptions.isEmpty()) {
      interruptions.poll().run();
    }
    return found;
  }

  @Override
  public Page<ApiKey> list(TenantView scope, KeyFilter filter, Instant at, PageRequest request) {
    return store.list(scope, filter, at, request);
  }

  @Override
  public Written replace(TenantScope scope, ApiKey changed, AuditEntry entry) {
    return store.replace(scope, changed, entry);
  }

  @Override
  public Written rotate(TenantScope scope, ApiKey ended, ApiKey successor, List<AuditEntry> entries) {
    return store.rotate(scope, ended, successor, entries);
  }

  @Override
  public Written remove(TenantScope scope, ApiKey key, AuditEntry entry) {
    return store.remove(scope, key, entry);
  }

  @Override
  public Map<String, Long> countByPepperVersion() {
    return store.countByPepperVersion();
  }
}
