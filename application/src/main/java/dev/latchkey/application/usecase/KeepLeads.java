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
import dev.latchkey.domain.lead.LeadAlteration;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.LeadReference;
import dev.latchkey.domain.lead.LeadRevision;
import dev.latchkey.domain.lead.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Leads are kept one per phone number. */
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
  public Adding add(CampaignScope scope, PhoneNumber number, LeadDetails details) {
    Lead lead = Lead.added(new LeadId(ids.next()), scope.id(), number, details, time.now());
    return outcome(lead, leads.add(scope, lead));
  }

  @Override
  public List<Adding> addAll(CampaignScope scope, List<NewLead> newLeads) {
    Instant now = time.now();
    List<Lead> added = newLeads.stream()
        .map(lead -> Lead.added(new LeadId(ids.next()), scope.id(), lead.number(), lead.details(), now))
        .toList();
    List<ForStoringLeads.Adding> outcomes = leads.addAll(scope, added);
    return IntStream.range(0, added.size()).mapToObj(i -> outcome(added.get(i), outcomes.get(i))).toList();
  }

  @Override
  public List<Optional<LeadRevision>> changeAll(CampaignScope scope, List<LeadAlteration> alterations) {
    return leads.changeAll(scope, alterations, time.now());
  }

  @Override
  public List<Optional<Lead>> removeAll(CampaignScope scope, List<LeadReference> references) {
    return leads.removeAll(scope, references);
  }

  @Override
  public Page<Lead> list(CampaignScope scope, PageRequest request) {
    return leads.list(scope, request);
  }

  private static Adding outcome(Lead lead, ForStoringLeads.Adding stored) {
    return switch (stored) {
      case ForStoringLeads.Adding.Added() -> new Adding.Added(lead);
      case ForStoringLeads.Adding.Taken(Lead existing) ->
        existing.details().equals(lead.details()) ? new Adding.AlreadyThere(existing) : new Adding.NumberTaken();
    };
  }
}
