package dev.latchkey.adapters.persistence.lead;

import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leads of one campaign that are locked until the transaction ends, in their state within the transaction. */
final class LockedLeads {

  private final Map<LeadReference, Lead> leads = new HashMap<>();

  LockedLeads(List<Lead> locked) {
    locked.forEach(this::put);
  }

  Optional<Lead> find(LeadReference reference) {
    return Optional.ofNullable(leads.get(reference));
  }

  /** Returns whether a lead differs from the stored one, or from the one that was put last. */
  boolean isNew(Lead lead) {
    return !find(new LeadReference.ById(lead.id())).equals(Optional.of(lead));
  }

  void put(Lead lead) {
    leads.put(new LeadReference.ById(lead.id()), lead);
    leads.put(new LeadReference.ByNumber(lead.phoneNumber()), lead);
  }

  void remove(Lead lead) {
    leads.remove(new LeadReference.ById(lead.id()));
    leads.remove(new LeadReference.ByNumber(lead.phoneNumber()));
  }
}
