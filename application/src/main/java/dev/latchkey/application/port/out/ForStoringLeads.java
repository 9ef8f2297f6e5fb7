package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadFilter;
import dev.latchkey.domain.lead.LeadReference;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.lead.LeadUpdateResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The leads of one campaign: a lead of another campaign is not there. Every method throws {@link StoreUnavailable}
 * where the store cannot be reached, and then nothing is known.
 */
public interface ForStoringLeads {

  /** How adding a lead ended. */
  sealed interface Adding {

    /** It is stored. */
    record Added() implements Adding {}

    /** The campaign has a lead with this phone number already. Nothing was written. */
    record Taken(Lead existing) implements Adding {}
  }

  /**
   * Stores a new lead, unless the campaign has one with its phone number; of two at once, one is stored.
   *
   * @throws IllegalArgumentException where the lead is another campaign's
   */
  Adding add(CampaignScope scope, Lead lead);

  /**
   * Stores those of the leads whose phone numbers the campaign has not yet, all of them or none; of two with one number the
   * first is stored. The number of statements does not grow with the number of leads.
   *
   * @return for each lead how it ended
   * @throws IllegalArgumentException where a lead is another campaign's
   */
  List<Adding> addAll(CampaignScope scope, List<Lead> leads);

  /**
   * Makes alterations in their order, each on top of what those before it left, as one change that no other writer sees or
   * gets into. An alteration that is unsound or names no lead changes nothing and hinders no other. The number of reads does
   * not grow with the number of alterations.
   *
   * @param at when the change is made
   * @return for each alteration how it ended; empty where the campaign has no such lead
   */
  List<Optional<LeadUpdateResult>> changeAll(CampaignScope scope, List<LeadUpdate> alterations, Instant at);

  /**
   * Removes leads for good, in the order given and as one change. The number of statements does not grow with the number of
   * references.
   *
   * @return for each reference the lead that was removed; empty where the campaign has no such lead, or no longer
   */
  List<Optional<Lead>> removeAll(CampaignScope scope, List<LeadReference> leads);

  /** The lead of that id; empty where the campaign has none. */
  Optional<Lead> find(CampaignScope scope, LeadId id);

  /** Those of the campaign's leads that the filter admits, newest first. */
  Page<Lead> list(CampaignScope scope, LeadFilter filter, PageRequest request);
}
