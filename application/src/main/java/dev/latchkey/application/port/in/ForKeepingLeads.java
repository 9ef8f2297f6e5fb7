package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
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
import java.util.List;
import java.util.Optional;

/** A campaign's leads. Every method throws {@link StoreUnavailable} where the store cannot be reached. */
public interface ForKeepingLeads {

  /** How adding a lead ended. */
  sealed interface Adding {

    /** It is stored. */
    record Added(Lead lead) implements Adding {}

    /** The campaign has a lead with this number of which all is so that was sent, as after a request that was sent twice. */
    record AlreadyThere(Lead lead) implements Adding {}

    /** The campaign has a lead with this number that differs from what was sent. Nothing was changed. */
    record NumberTaken(Lead lead) implements Adding {}
  }

  /** Adds one lead; a campaign has one per phone number. */
  Adding add(CampaignScope scope, LeadDraft draft);

  /** Adds leads in their order, all of them or, where this throws, none; answers for each in the same order. */
  List<Adding> addAll(CampaignScope scope, List<LeadDraft> drafts);

  /**
   * Changes leads in the order of the alterations, each on top of what those before it left. One that cannot be made hinders
   * no other. One that changes nothing leaves the lead's time of update as it is.
   *
   * @return for each alteration how it ended; empty where the campaign has no such lead
   */
  List<Optional<LeadUpdateResult>> changeAll(CampaignScope scope, List<LeadUpdate> alterations);

  /**
   * Removes leads in the order given, for good. One that is not there hinders no other.
   *
   * @return for each reference the lead that was removed; empty where the campaign has no such lead, or no longer
   */
  List<Optional<Lead>> removeAll(CampaignScope scope, List<LeadReference> leads);

  /** The lead of that id; empty where the campaign has none. */
  Optional<Lead> find(CampaignScope scope, LeadId id);

  /** Those of the campaign's leads that the filter admits, newest first. */
  Page<Lead> list(CampaignScope scope, LeadFilter filter, PageRequest request);
}
