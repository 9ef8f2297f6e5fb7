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
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.PhoneNumber;

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
    return switch (leads.add(scope, lead)) {
      case ForStoringLeads.Adding.Added() -> new Adding.Added(lead);
      case ForStoringLeads.Adding.Taken(Lead existing) ->
        existing.details().equals(details) ? new Adding.AlreadyThere(existing) : new Adding.NumberTaken();
    };
  }

  @Override
  public Page<Lead> list(CampaignScope scope, PageRequest request) {
    return leads.list(scope, request);
  }
}
