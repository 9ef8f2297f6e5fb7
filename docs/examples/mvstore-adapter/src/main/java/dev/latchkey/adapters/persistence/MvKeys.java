package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.format.KeyFormat;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps keys. */
@Singleton
final class MvKeys implements ForStoringKeys {

  private final Store store;
  private final AuditChain chain;

  MvKeys(Store store, AuditChain chain) {
    this.store = store;
    this.chain = chain;
  }

  @Override
  public void add(TenantScope scope, ApiKey key, AuditEntry entry) {
    requireOwn(scope, key);
    store.write(change -> {
      insert(change, key);
      chain.append(change, scope.tenant(), List.of(entry));
      return Written.DONE;
    });
  }

  @Override
  public Optional<ApiKey> find(TenantView scope, KeyId id) {
    return store.read(view -> find(view, scope.tenant(), id));
  }

  @Override
  public Page<ApiKey> list(TenantView scope, KeyFilter filter, Instant at, PageRequest request) {
    List<ApiKey> found = store.read(
        view -> view.below(StoreMap.API_KEY, Key.of(scope.tenant()), request.before().orElse(Long.MAX_VALUE))
            .map(entry -> key(view, entry.as(KeyDocument.class)))
            .filter(key -> admits(filter, at, key))
            .limit(request.limit() + 1L)
            .toList());
    return Page.cut(found, request, key -> key.id().value());
  }

  @Override
  public Written replace(TenantScope scope, ApiKey changed, AuditEntry entry) {
    return store.write(change -> {
      if (!isNextOfStored(change.view(), scope, changed)) {
        return Written.STALE;
      }
      change.put(StoreMap.API_KEY, place(changed), KeyDocument.from(changed));
      chain.append(change, scope.tenant(), List.of(entry));
      return Written.DONE;
    });
  }

  @Override
  public Written rotate(TenantScope scope, ApiKey ended, ApiKey successor, List<AuditEntry> entries) {
    requireOwn(scope, successor);
    return store.write(change -> {
      if (!isNextOfStored(change.view(), scope, ended)) {
        return Written.STALE;
      }
      change.put(StoreMap.API_KEY, place(ended), KeyDocument.from(ended));
      insert(change, successor);
      change.view()
          .get(StoreMap.RATE_LEVEL, Key.of(ended.id()), RateDocument.class)
          .ifPresent(level -> change.put(StoreMap.RATE_LEVEL, Key.of(successor.id()), level));
      chain.append(change, scope.tenant(), entries);
      return Written.DONE;
    });
  }

  @Override
  public Written remove(TenantScope scope, ApiKey key, AuditEntry entry) {
    return store.write(change -> {
      if (!isStored(change.view(), scope, key, key.version())) {
        return Written.STALE;
      }
      change.remove(StoreMap.API_KEY, place(key));
      change.remove(StoreMap.TENANT_OF_KEY, Key.of(key.id()));
      change.remove(StoreMap.LAST_USE, Key.of(key.id()));
      change.remove(StoreMap.RATE_LEVEL, Key.of(key.id()));
      chain.append(change, scope.tenant(), List.of(entry));
      return Written.DONE;
    });
  }

  @Override
  public Map<String, Long> countByPepperVersion() {
    return store.read(
        view -> view.under(StoreMap.API_KEY, Key.ROOT)
            .map(entry -> entry.as(KeyDocument.class))
            .collect(Collectors.groupingBy(KeyDocument::pepperVersion, Collectors.counting())));
  }

  /** The key with this id, of any tenant. */
  static Optional<ApiKey> find(View view, KeyId id) {
    return view.get(StoreMap.TENANT_OF_KEY, Key.of(id), Long.class)
        .flatMap(tenant -> find(view, new TenantId(tenant), id));
  }

  private static Optional<ApiKey> find(View view, TenantId tenant, KeyId id) {
    return view.get(StoreMap.API_KEY, Key.of(tenant).then(id), KeyDocument.class).map(document -> key(view, document));
  }

  private static ApiKey key(View view, KeyDocument document) {
    return document.toKey(
        view.get(StoreMap.LAST_USE, Key.of(new KeyId(document.id())), String.class).map(Instant::parse));
  }

  private static void insert(Change change, ApiKey key) {
    change.add(StoreMap.API_KEY, place(key), KeyDocument.from(key));
    change.add(StoreMap.TENANT_OF_KEY, Key.of(key.id()), key.tenant().value());
    key.lastUsedAt().ifPresent(at -> change.put(StoreMap.LAST_USE, Key.of(key.id()), at.toString()));
  }

  private static Key place(ApiKey key) {
    return Key.of(key.tenant()).then(key.id());
  }

  private static boolean isNextOfStored(View view, TenantScope scope, ApiKey changed) {
    return isStored(view, scope, changed, changed.version() - 1);
  }

  /** Whether the key is the tenant's and is stored in this version. */
  private static boolean isStored(View view, TenantScope scope, ApiKey key, long version) {
    return key.tenant().equals(scope.tenant())
        && find(view, scope.tenant(), key.id()).filter(stored -> stored.version() == version).isPresent();
  }

  private static boolean admits(KeyFilter filter, Instant at, ApiKey key) {
    return filter.status().filter(status -> status != key.settings().status()).isEmpty()
        && filter.state().filter(state -> state != key.stateAt(at)).isEmpty()
        && filter.environment().filter(environment -> environment != key.environment()).isEmpty()
        && filter.createdBy().filter(actor -> !actor.equals(key.createdBy())).isEmpty()
        && filter.text().filter(text -> !isFoundBy(key, text)).isEmpty()
        && filter.expiresBefore().filter(moment -> !endsBefore(key, moment)).isEmpty()
        && filter.unusedSince().filter(moment -> isUsedSince(key, moment)).isEmpty();
  }

  private static boolean isFoundBy(ApiKey key, String text) {
    return Stream.of(key.settings().name().normalised(), key.masked().value(), KeyFormat.handle(key.id()))
        .anyMatch(said -> MvTenants.contains(said, text));
  }

  private static boolean endsBefore(ApiKey key, Instant moment) {
    return key.settings().period().expiresAt().filter(end -> end.isBefore(moment)).isPresent();
  }

  private static boolean isUsedSince(ApiKey key, Instant moment) {
    return key.lastUsedAt().filter(use -> !use.isBefore(moment)).isPresent();
  }

  private static void requireOwn(TenantScope scope, ApiKey key) {
    if (!key.tenant().equals(scope.tenant())) {
      throw new IllegalArgumentException("The key belongs to another tenant");
    }
  }
}
