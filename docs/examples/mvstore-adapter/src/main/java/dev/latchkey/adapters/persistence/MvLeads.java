package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadFilter;
import dev.latchkey.domain.lead.LeadReference;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.lead.LeadUpdateResult;
import dev.latchkey.domain.lead.PhoneNumber;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps leads. They are data and not rights: no audit event is written for them. */
@Singleton
final class MvLeads implements ForStoringLeads {

  private final Store store;

  MvLeads(Store store) {
    this.store = store;
  }

  @Override
  public Adding add(CampaignScope scope, Lead lead) {
    return addAll(scope, List.of(lead)).getFirst();
  }

  @Override
  public List<Adding> addAll(CampaignScope scope, List<Lead> leads) {
    if (!leads.stream().allMatch(lead -> lead.campaign().equals(scope.id()))) {
      throw new IllegalArgumentException("A lead belongs to another campaign");
    }
    return store.write(change -> leads.stream().map(lead -> add(change, lead)).toList());
  }

  @Override
  public List<Optional<LeadUpdateResult>> changeAll(CampaignScope scope, List<LeadUpdate> alterations, Instant at) {
    return store.write(change -> alterations.stream().map(alteration -> alter(change, scope, alteration, at)).toList());
  }

  @Override
  public List<Optional<Lead>> removeAll(CampaignScope scope, List<LeadReference> leads) {
    return store.write(change -> leads.stream().map(reference -> remove(change, scope, reference)).toList());
  }

  @Override
  public Optional<Lead> find(CampaignScope scope, LeadId id) {
    return store.read(view -> find(view, scope.id(), id));
  }

  @Override
  public Page<Lead> list(CampaignScope scope, LeadFilter filter, PageRequest request) {
    List<Lead> found = store.read(
        view -> view.below(StoreMap.LEAD, Key.of(scope.id()), request.before().orElse(Long.MAX_VALUE))
            .map(entry -> entry.as(LeadDocument.class).toLead())
            .filter(filter::admits)
            .limit(request.limit() + 1L)
            .toList());
    return Page.cut(found, request, lead -> lead.id().value());
  }

  private static Adding add(Change change, Lead lead) {
    Optional<Lead> existing = find(change.view(), lead.campaign(), lead.phoneNumber());
    if (existing.isPresent()) {
      return new Adding.Taken(existing.get());
    }
    change.add(StoreMap.LEAD, place(lead), LeadDocument.from(lead));
    change.add(StoreMap.LEAD_BY_NUMBER, placeByNumber(lead.campaign(), lead.phoneNumber()), lead.id().value());
    return new Adding.Added();
  }

  private static Optional<LeadUpdateResult> alter(
      Change change, CampaignScope scope, LeadUpdate alteration, Instant at) {
    Optional<Lead> stored = find(change.view(), scope.id(), alteration.lead());
    Optional<LeadUpdateResult> result = stored.map(lead -> alteration.on(lead, at));
    if (result.isPresent() && result.get() instanceof LeadUpdateResult.Revised(Lead changed)
        && !stored.equals(Optional.of(changed))) {
      change.put(StoreMap.LEAD, place(changed), LeadDocument.from(changed));
    }
    return result;
  }

  private static Optional<Lead> remove(Change change, CampaignScope scope, LeadReference reference) {
    Optional<Lead> stored = find(change.view(), scope.id(), reference);
    stored.ifPresent(lead -> {
      change.remove(StoreMap.LEAD, place(lead));
      change.remove(StoreMap.LEAD_BY_NUMBER, placeByNumber(lead.campaign(), lead.phoneNumber()));
    });
    return stored;
  }

  private static Optional<Lead> find(View view, CampaignId campaign, LeadReference reference) {
    return switch (reference) {
      case LeadReference.ById(LeadId id) -> find(view, campaign, id);
      case LeadReference.ByNumber(PhoneNumber number) -> find(view, campaign, number);
    };
  }

  private static Optional<Lead> find(View view, CampaignId campaign, LeadId id) {
    return view.get(StoreMap.LEAD, Key.of(campaign).then(id), LeadDocument.class).map(LeadDocument::toLead);
  }

  private static Optional<Lead> find(View view, CampaignId campaign, PhoneNumber number) {
    return view.get(StoreMap.LEAD_BY_NUMBER, placeByNumber(campaign, number), Long.class)
        .flatMap(id -> find(view, campaign, new LeadId(id)));
  }

  private static Key place(Lead lead) {
    return Key.of(lead.campaign()).then(lead.id());
  }

  private static Key placeByNumber(CampaignId campaign, PhoneNumber number) {
    return Key.of(campaign).then(number.value());
  }
}
