package dev.latchkey.application.usecase;

import dev.latchkey.application.port.in.ForKeepingLeads;
import dev.latchkey.application.port.out.ForMintingIds;
import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDraft;
import dev.latchkey.domain.lead.LeadFilter;
import dev.latchkey.domain.lead.LeadReference;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.lead.LeadUpdateResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Manages leads, one per phone number of a campaign. */
public final class KeepLeads implements ForKeepingLeads {

  private final ForStoringLeads leads;
  private final ForMintingIds ids;
  private final ForTellingTime time;

  public KeepLeads(ForStoringLeads leads, ForMintingIds ids, ForTellingTime time) {
    this.leads = leads;
    this.ids = ids;
    this.time = time;
  }

  @Override
  public Adding add(CampaignScope scope, LeadDraft draft) {
    Lead lead = draft.lead(new LeadId(ids.next()), scope.id(), time.now());
    return outcome(draft, lead, leads.add(scope, lead));
  }

  @Override
  public List<Adding> addAll(CampaignScope scope, List<LeadDraft> drafts) {
    Instant now = time.now();
    List<Lead> added = drafts.stream().map(draft -> draft.lead(new LeadId(ids.next()), scope.id(), now)).toList();
    List<ForStoringLeads.Adding> outcomes = leads.addAll(scope, added);
    return IntStream.range(0, added.size())
        .mapToObj(i -> outcome(drafts.get(i), added.get(i), outcomes.get(i)))
        .toList();
  }

  @Override
  public List<Optional<LeadUpdateResult>> changeAll(CampaignScope scope, List<LeadUpdate> alterations) {
    return leads.changeAll(scope, alterations, time.now());
  }

  @Override
  public List<Optional<Lead>> removeAll(CampaignScope scope, List<LeadReference> references) {
    return leads.removeAll(scope, references);
  }

  @Override
  public Optional<Lead> find(CampaignScope scope, LeadId id) {
    return leads.find(scope, id);
  }

  @Override
  public Page<Lead> list(CampaignScope scope, LeadFilter filter, PageRequest request) {
    return leads.list(scope, filter, request);
  }

  private static Adding outcome(LeadDraft draft, Lead lead, ForStoringLeads.Adding stored) {
    return switch (stored) {
      case ForStoringLeads.Adding.Added() -> new Adding.Added(lead);
      case ForStoringLeads.Adding.Taken(Lead existing) ->
        draft.isMetBy(existing) ? new Adding.AlreadyThere(existing) : new Adding.NumberTaken(existing);
    };
  }
}
