package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForStoringTenants;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantFilter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Keeps tenants, and the members that they begin with. */
@Singleton
final class MvTenants implements ForStoringTenants {

  private final Store store;
  private final AuditChain chain;

  MvTenants(Store store, AuditChain chain) {
    this.store = store;
    this.chain = chain;
  }

  @Override
  public void add(Operator operator, Tenant tenant, List<Member> members, List<AuditEntry> entries) {
    store.write(change -> {
      change.add(StoreMap.TENANT, Key.of(tenant.id()), TenantDocument.from(tenant));
      members.forEach(member -> MvMembers.insert(change, member));
      AuditChain.begin(change, tenant.id());
      chain.append(change, tenant.id(), entries);
      return Written.DONE;
    });
  }

  @Override
  public Optional<Tenant> find(Operator operator, TenantId id) {
    return store.read(view -> find(view, id));
  }

  @Override
  public Page<Tenant> list(Operator operator, TenantFilter filter, PageRequest request) {
    List<Tenant> found = store.read(
        view -> view.below(StoreMap.TENANT, Key.ROOT, request.before().orElse(Long.MAX_VALUE))
            .map(entry -> entry.as(TenantDocument.class).toTenant())
            .filter(tenant -> admits(filter, tenant))
            .limit(request.limit() + 1L)
            .toList());
    return Page.cut(found, request, tenant -> tenant.id().value());
  }

  @Override
  public Written replace(Operator operator, Tenant changed, AuditEntry entry) {
    return store.write(change -> {
      if (find(change.view(), changed.id()).filter(stored -> stored.version() == changed.version() - 1).isEmpty()) {
        return Written.STALE;
      }
      change.put(StoreMap.TENANT, Key.of(changed.id()), TenantDocument.from(changed));
      chain.append(change, changed.id(), List.of(entry));
      return Written.DONE;
    });
  }

  static Optional<Tenant> find(View view, TenantId id) {
    return view.get(StoreMap.TENANT, Key.of(id), TenantDocument.class).map(TenantDocument::toTenant);
  }

  private static boolean admits(TenantFilter filter, Tenant tenant) {
    return filter.standing().filter(standing -> standing != tenant.standing()).isEmpty()
        && filter.text().filter(text -> !contains(tenant.name().normalised(), text)).isEmpty();
  }

  /** Whether the text has this part, regardless of case. */
  static boolean contains(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}
