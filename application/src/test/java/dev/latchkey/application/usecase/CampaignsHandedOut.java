package dev.latchkey.application.usecase;

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
import dev.latchkey.domain.grant.CampaignReach;
import dev.latchkey.domain.id.CampaignId;
import java.util.List;
import java.util.Optional;

/** A store that notes which campaigns it listed for callers. */
record CampaignsHandedOut(ForStoringCampaigns store, List<Campaign> handedOut) implements ForStoringCampaigns {

  @Override
  public Page<Campaign> list(Caller caller, CampaignReach reach, PageRequest request) {
    Page<Campaign> page = store.list(caller, reach, request);
    handedOut.addAll(page.items());
    return page;
  }

  @Override
  public Page<Campaign> list(TenantView view, PageRequest request) {
    return store.list(view, request);
  }

  @Override
  public void add(TenantScope scope, Campaign campaign, AuditEntry entry) {
    store.add(scope, campaign, entry);
  }

  @Override
  public Optional<Campaign> find(Caller caller, CampaignId id) {
    return store.find(caller, id);
  }

  @Override
  public Optional<Campaign> find(TenantView scope, CampaignId id) {
    return store.find(scope, id);
  }

  @Override
  public Optional<Campaign> find(CampaignScope scope) {
    return store.find(scope);
  }

  @Override
  public Written replace(CampaignScope scope, Campaign changed, AuditEntry entry) {
    return store.replace(scope, changed, entry);
  }
}
