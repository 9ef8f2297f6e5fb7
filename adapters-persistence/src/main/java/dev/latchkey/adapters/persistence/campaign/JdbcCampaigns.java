package dev.latchkey.adapters.persistence.campaign;

import dev.latchkey.adapters.persistence.audit.AuditChain;
import dev.latchkey.adapters.persistence.audit.AuditHeadRow;
import dev.latchkey.adapters.persistence.jdbc.Database;
import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.CampaignReach;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stores campaigns. */
@Singleton
final class JdbcCampaigns implements ForStoringCampaigns {

  /** Batch size of named campaigns: a key can name thousands, and usually the newest of them fill the page. */
  private static final int NAMES_AT_ONCE = 500;

  private final Database database;
  private final CampaignRepository campaigns;
  private final AuditChain audit;

  JdbcCampaigns(Database database, CampaignRepository campaigns, AuditChain audit) {
    this.database = database;
    this.campaigns = campaigns;
    this.audit = audit;
  }

  @Override
  public void add(TenantScope scope, Campaign campaign, AuditEntry entry) {
    if (!campaign.tenant().equals(scope.tenant())) {
      throw new IllegalArgumentException("The campaign belongs to another tenant");
    }
    database.together(() -> {
      AuditHeadRow head = audit
          .lock(scope.tenant())
          .orElseThrow(() -> new IllegalStateException("There is no tenant " + scope.tenant().value()));
      campaigns.save(CampaignRow.from(campaign));
      audit.append(head, List.of(entry));
      return Written.DONE;
    });
  }

  @Override
  public Optional<Campaign> find(Caller caller, CampaignId id) {
    return find(caller.tenant(), id);
  }

  @Override
  public Optional<Campaign> find(TenantView scope, CampaignId id) {
    return find(scope.tenant(), id);
  }

  @Override
  public Optional<Campaign> find(CampaignScope scope) {
    return find(scope.tenant(), scope.id());
  }

  @Override
  public Written replace(CampaignScope scope, Campaign changed, AuditEntry entry) {
    if (!changed.id().equals(scope.id()) || !changed.tenant().equals(scope.tenant())) {
      throw new IllegalArgumentException("That is another campaign than the entered one");
    }
    return database.together(() -> {
      Optional<AuditHeadRow> head = audit.lock(scope.tenant());
      if (head.isEmpty()
          || campaigns.claim(scope.tenant().value(), changed.id().value(), changed.version()) == 0) {
        return Written.STALE;
      }
      campaigns.update(CampaignRow.from(changed));
      audit.append(head.get(), List.of(entry));
      return Written.DONE;
    });
  }

  @Override
  public Page<Campaign> list(Caller caller, CampaignReach reach, PageRequest request) {
    return list(caller.tenant(), reach, request);
  }

  @Override
  public Page<Campaign> list(TenantView view, PageRequest request) {
    return list(view.tenant(), CampaignReach.EVERYWHERE, request);
  }

  private Page<Campaign> list(TenantId tenant, CampaignReach reach, PageRequest request) {
    long before = request.before().orElse(Long.MAX_VALUE);
    List<CampaignRow> found = database.run(() -> newest(tenant.value(), reach, before, request.limit() + 1));
    return Page.cut(found, request, CampaignRow::id).map(CampaignRow::toCampaign);
  }

  /** Runs one query per index. A single statement for all of them would also read campaigns outside the reach. */
  private List<CampaignRow> newest(long tenant, CampaignReach reach, long before, int limit) {
    if (reach.types().containsAll(CampaignReach.EVERYWHERE.types())) {
      return campaigns.newest(tenant, before, limit);
    }
    SortedMap<Long, CampaignRow> newestFirst = new TreeMap<>(Comparator.reverseOrder());
    for (CampaignType type : reach.types()) {
      campaigns.newestOf(type, tenant, before, limit).forEach(row -> newestFirst.put(row.id(), row));
    }
    newestNamed(tenant, reach.named(), before, limit).forEach(row -> newestFirst.put(row.id(), row));
    return newestFirst.values().stream().limit(limit).toList();
  }

  private List<CampaignRow> newestNamed(long tenant, Set<CampaignId> named, long before, int limit) {
    long[] ids = named.stream().mapToLong(CampaignId::value).filter(id -> id < before).sorted().toArray();
    List<CampaignRow> found = new ArrayList<>();
    for (int end = ids.length; end > 0 && found.size() < limit; end -= NAMES_AT_ONCE) {
      List<Long> some = Arrays.stream(ids, Math.max(0, end - NAMES_AT_ONCE), end).boxed().toList();
      found.addAll(campaigns.newestAmong(some, tenant, limit - found.size()));
    }
    return found;
  }

  private Optional<Campaign> find(TenantId tenant, CampaignId id) {
    return database.run(() -> campaigns.findByTenantIdAndId(tenant.value(), id.value())).map(CampaignRow::toCampaign);
  }
}
