package dev.latchkey.adapters.persistence;

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
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Keeps campaigns. */
@Singleton
final class JdbcCampaigns implements ForStoringCampaigns {

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
  public Page<Campaign> list(Caller caller, PageRequest request) {
    return list(caller.tenant(), request);
  }

  @Override
  public Page<Campaign> list(TenantView view, PageRequest request) {
    return list(view.tenant(), request);
  }

  private Page<Campaign> list(TenantId tenant, PageRequest request) {
    long before = request.before().orElse(Long.MAX_VALUE);
    List<CampaignRow> found = database
        .run(() -> campaigns.newest(tenant.value(), before, request.limit() + 1));
    return Page.cut(found, request, CampaignRow::id).map(CampaignRow::toCampaign);
  }

  private Optional<Campaign> find(TenantId tenant, CampaignId id) {
    return database.run(() -> campaigns.findByTenantIdAndId(tenant.value(), id.value())).map(CampaignRow::toCampaign);
  }
}
