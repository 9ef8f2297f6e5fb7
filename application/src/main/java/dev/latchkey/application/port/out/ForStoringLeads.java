package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.lead.Lead;

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

  /** The campaign's leads, newest first. */
  Page<Lead> list(CampaignScope scope, PageRequest request);
}
