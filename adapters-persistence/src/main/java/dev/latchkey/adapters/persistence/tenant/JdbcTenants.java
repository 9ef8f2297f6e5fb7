package dev.latchkey.adapters.persistence.tenant;

import dev.latchkey.adapters.persistence.audit.AuditChain;
import dev.latchkey.adapters.persistence.audit.AuditHeadRow;
import dev.latchkey.adapters.persistence.cache.CredentialCache;
import dev.latchkey.adapters.persistence.feed.ChangeFeed;
import dev.latchkey.adapters.persistence.jdbc.Database;
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
import java.util.Optional;

/** Stores tenants and their first members. */
@Singleton
public final class JdbcTenants implements ForStoringTenants {

  private final Database database;
  private final TenantRepository tenants;
  private final MemberRepository members;
  private final AuditChain audit;
  private final ChangeFeed feed;
  private final CredentialCache memory;

  public JdbcTenants(
      Database database, TenantRepository tenants, MemberRepository members, AuditChain audit, ChangeFeed feed,
      CredentialCache memory) {
    this.database = database;
    this.tenants = tenants;
    this.members = members;
    this.audit = audit;
    this.feed = feed;
    this.memory = memory;
  }

  @Override
  public void add(Operator operator, Tenant tenant, List<Member> founders, List<AuditEntry> entries) {
    database.together(() -> {
      AuditHeadRow head = audit.begin(tenant.id());
      tenants.save(TenantRow.from(tenant));
      founders.forEach(member -> members.save(MemberRow.from(member)));
      audit.append(head, entries);
      feed.append(tenant.id(), tenant.createdAt());
      return Written.DONE;
    });
  }

  @Override
  public Optional<Tenant> find(Operator operator, TenantId id) {
    return database.run(() -> tenants.findById(id.value())).map(TenantRow::toTenant);
  }

  @Override
  public Page<Tenant> list(Operator operator, TenantFilter filter, PageRequest request) {
    long before = request.before().orElse(Long.MAX_VALUE);
    String text = filter.text().orElse(null);
    int limit = request.limit() + 1;
    List<TenantRow> found = database.run(
        () -> filter.standing().isPresent()
            ? tenants.newestOfStanding(filter.standing().get(), before, text, limit)
            : tenants.newest(before, text, limit));
    return Page.cut(found, request, TenantRow::id).map(TenantRow::toTenant);
  }

  @Override
  public Written replace(Operator operator, Tenant changed, AuditEntry entry) {
    try {
      return database.together(() -> {
        Optional<AuditHeadRow> head = audit.lock(changed.id());
        if (head.isEmpty() || tenants.claim(changed.id().value(), changed.version()) == 0) {
          return Written.STALE;
        }
        tenants.update(TenantRow.from(changed));
        audit.append(head.get(), List.of(entry));
        feed.append(changed.id(), entry.at());
        return Written.DONE;
      });
    } finally {
      // Also when it is unknown whether the transaction was committed.
      memory.forget(changed.id());
    }
  }
}
