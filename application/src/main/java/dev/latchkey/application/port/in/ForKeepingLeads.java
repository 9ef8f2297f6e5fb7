package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.PhoneNumber;

/** A campaign's leads. Every method throws {@link StoreUnavailable} where the store cannot be reached. */
public interface ForKeepingLeads {

  /** How adding a lead ended. */
  sealed interface Adding {

    /** It is stored. */
    record Added(Lead lead) implements Adding {}

    /** The campaign has a lead with this number and everything else equal, as after a request that was sent twice. */
    record AlreadyThere(Lead lead) implements Adding {}

    /** The campaign has a lead with this number that differs. Nothing was changed. */
    record NumberTaken() implements Adding {}
  }

  /** Adds one lead; a campaign has one per phone number. */
  Adding add(CampaignScope scope, PhoneNumber number, LeadDetails details);

  /** The campaign's leads, newest first. */
  Page<Lead> list(CampaignScope scope, PageRequest request);
}
