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
import dev.latchkey.domain.grant.CampaignReach;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps campaigns. */
@Singleton
final class MvCampaigns implements ForStoringCampaigns {

  private final Store store;
  private final AuditChain chain;

  MvCampaigns(Store store, AuditChain chain) {
    this.store = store;
    this.chain = chain;
  }

  @Override
  public void add(TenantScope scope, Campaign campaign, AuditEntry entry) {
    if (!campaign.tenant().equals(scope.tenant())) {
      throw new IllegalArgumentException("The campaign belongs to another tenant");
    }
    store.write(change -> {
      change.add(StoreMap.CAMPAIGN, place(campaign), CampaignDocument.from(campaign));
      change.add(StoreMap.CAMPAIGN_BY_TYPE, placeByType(campaign), true);
      chain.append(change, scope.tenant(), List.of(entry));
      return Written.DONE;
    });
  }

  @Override
  public Optional<Campaign> find(Caller caller, CampaignId id) {
    return store.read(view -> find(view, caller.tenant(), id));
  }

  @Override
  public Optional<Campaign> find(TenantView scope, CampaignId id) {
    return store.read(view -> find(view, scope.tenant(), id));
  }

  @Override
  public Optional<Campaign> find(CampaignScope scope) {
    return store.read(view -> find(view, scope.tenant(), scope.id()));
  }

  @Override
  public Page<Campaign> list(Caller caller, CampaignReach reach, PageRequest request) {
    long before = request.before().orElse(Long.MAX_VALUE);
    long most = request.limit() + 1L;
    List<Campaign> found = store.read(view -> {
      // Each type and each name is looked up by itself, so that nothing out of reach is read.
      Stream<Long> ofTypes = reach.types()
          .stream()
          .map(type -> Key.of(caller.tenant()).then(type.name()))
          .flatMap(type -> view.below(StoreMap.CAMPAIGN_BY_TYPE, type, before).limit(most))
          .map(Entry::number);
      Stream<Long> named = reach.named().stream().map(CampaignId::value).filter(id -> id < before);
      return Stream.concat(ofTypes, named)
          .distinct()
          .sorted(Comparator.reverseOrder())
          .flatMap(id -> find(view, caller.tenant(), new CampaignId(id)).stream())
          .limit(most)
          .toList();
    });
    return Page.cut(found, request, campaign -> campaign.id().value());
  }

  @Override
  public Page<Campaign> list(TenantView scope, PageRequest request) {
    List<Campaign> found = store.read(
        view -> view.below(StoreMap.CAMPAIGN, Key.of(scope.tenant()), request.before().orElse(Long.MAX_VALUE))
            .limit(request.limit() + 1L)
            .map(entry -> entry.as(CampaignDocument.class).toCampaign())
            .toList());
    return Page.cut(found, request, campaign -> campaign.id().value());
  }

  @Override
  public Written replace(CampaignScope scope, Campaign changed, AuditEntry entry) {
    if (!changed.id().equals(scope.id()) || !changed.tenant().equals(scope.tenant())) {
      throw new IllegalArgumentException("That is another campaign than the entered one");
    }
    return store.write(change -> {
      Optional<Campaign> stored = find(change.view(), scope.tenant(), changed.id())
          .filter(campaign -> campaign.version() == changed.version() - 1);
      if (stored.isEmpty()) {
        return Written.STALE;
      }
      change.put(StoreMap.CAMPAIGN, place(changed), CampaignDocument.from(changed));
      change.remove(StoreMap.CAMPAIGN_BY_TYPE, placeByType(stored.get()));
      change.put(StoreMap.CAMPAIGN_BY_TYPE, placeByType(changed), true);
      chain.append(change, scope.tenant(), List.of(entry));
      return Written.DONE;
    });
  }

  private static Optional<Campaign> find(View view, TenantId tenant, CampaignId id) {
    return view.get(StoreMap.CAMPAIGN, Key.of(tenant).then(id), CampaignDocument.class)
        .map(CampaignDocument::toCampaign);
  }

  private static Key place(Campaign campaign) {
    return Key.of(campaign.tenant()).then(campaign.id());
  }

  private static Key placeByType(Campaign campaign) {
    return Key.of(campaign.tenant()).then(campaign.plan().type().name()).then(campaign.id());
  }
}
