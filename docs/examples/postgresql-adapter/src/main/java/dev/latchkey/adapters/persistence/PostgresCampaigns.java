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
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.CampaignReach;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Keeps campaigns. */
@Singleton
final class PostgresCampaigns implements ForStoringCampaigns {

  private final Database database;

  PostgresCampaigns(Database database) {
    this.database = database;
  }

  @Override
  public void add(TenantScope scope, Campaign campaign, AuditEntry entry) {
    if (!campaign.tenant().equals(scope.tenant())) {
      throw new IllegalArgumentException("The campaign belongs to another tenant");
    }
    database.together(sql -> {
      ChainHead head = PostgresTrail.lock(sql, scope.tenant())
          .orElseThrow(() -> new IllegalStateException("There is no tenant " + scope.tenant().value()));
      sql.insert("campaign", CampaignRow.columns(campaign));
      PostgresTrail.append(sql, scope.tenant(), head, List.of(entry));
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
  public Page<Campaign> list(Caller caller, CampaignReach reach, PageRequest request) {
    if (reach.types().containsAll(CampaignReach.EVERYWHERE.types())) {
      return list(caller.tenant(), request);
    }
    long before = request.before().orElse(Long.MAX_VALUE);
    // Each type has its own way down an index, and each name too, so that nothing out of reach is read.
    List<Campaign> found = database.run(
        sql -> sql.all(
            """
                SELECT campaign.* FROM (
                  SELECT newest.id FROM unnest(?) AS wanted (type) CROSS JOIN LATERAL (
                    SELECT id FROM campaign WHERE tenant_id = ? AND campaign.type = wanted.type AND id < ?
                    ORDER BY id DESC LIMIT ?) AS newest
                  UNION
                  SELECT id FROM unnest(?) AS named (id) JOIN campaign USING (id) WHERE tenant_id = ? AND id < ?
                ) AS within JOIN campaign USING (id)
                ORDER BY id DESC LIMIT ?""",
            CampaignRow::read,
            reach.types().stream().map(CampaignType::name).toArray(String[]::new),
            caller.tenant(),
            before,
            request.limit() + 1,
            reach.named().stream().mapToLong(CampaignId::value).toArray(),
            caller.tenant(),
            before,
            request.limit() + 1));
    return Page.cut(found, request, campaign -> campaign.id().value());
  }

  @Override
  public Page<Campaign> list(TenantView view, PageRequest request) {
    return list(view.tenant(), request);
  }

  @Override
  public Written replace(CampaignScope scope, Campaign changed, AuditEntry entry) {
    if (!changed.id().equals(scope.id()) || !changed.tenant().equals(scope.tenant())) {
      throw new IllegalArgumentException("That is another campaign than the entered one");
    }
    return database.together(sql -> {
      Optional<ChainHead> head = PostgresTrail.lock(sql, scope.tenant());
      if (head.isEmpty()
          || !sql.replace(
              "campaign", CampaignRow.columns(changed), scope.tenant(), changed.id(), changed.version())) {
        return Written.STALE;
      }
      PostgresTrail.append(sql, scope.tenant(), head.get(), List.of(entry));
      return Written.DONE;
    });
  }

  private Optional<Campaign> find(TenantId tenant, CampaignId id) {
    return database.run(
        sql -> sql.one("SELECT * FROM campaign WHERE tenant_id = ? AND id = ?", CampaignRow::read, tenant, id));
  }

  private Page<Campaign> list(TenantId tenant, PageRequest request) {
    List<Campaign> found = database.run(
        sql -> sql.all(
            "SELECT * FROM campaign WHERE tenant_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
            CampaignRow::read,
            tenant,
            request.before().orElse(Long.MAX_VALUE),
            request.limit() + 1));
    return Page.cut(found, request, campaign -> campaign.id().value());
  }
}
