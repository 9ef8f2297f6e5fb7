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

/** Manages a campaign's leads. Every method throws {@link StoreUnavailable} if the store cannot be reached. */
public interface ForKeepingLeads {

  /** The result of adding a lead. */
  sealed interface Adding {

    /** The lead was stored. */
    record Added(Lead lead) implements Adding {}

    /**
     * The campaign has a lead with this number and every value that was sent, as after a request that was sent twice.
     */
    record AlreadyThere(Lead lead) implements Adding {}

    /** The campaign has a lead with this number that differs from what was sent. Nothing was changed. */
    record NumberTaken(Lead lead) implements Adding {}
  }

  /** Adds one lead; a campaign has one per phone number. */
  Adding add(CampaignScope scope, LeadDraft draft);

  /** Adds leads in their order, all of them or, if this throws, none; returns the results in the same order. */
  List<Adding> addAll(CampaignScope scope, List<LeadDraft> drafts);

  /**
   * Changes leads in the order of the alterations, each on top of the earlier ones. An alteration that fails does not
   * affect the others. An alteration without effect keeps the lead's time of update.
   *
   * @return the result of each alteration; empty if the campaign has no such lead
   */
  List<Optional<LeadUpdateResult>> changeAll(CampaignScope scope, List<LeadUpdate> alterations);

  /**
   * Removes leads permanently, in the order given. A lead that does not exist does not affect the others.
   *
   * @return the removed lead for each reference; empty if the campaign has no such lead, or no longer has it
   */
  List<Optional<Lead>> removeAll(CampaignScope scope, List<LeadReference> leads);

  /** Returns the lead with that id; empty if the campaign has none. */
  Optional<Lead> find(CampaignScope scope, LeadId id);

  /** Returns the campaign's leads that match the filter, newest first. */
  Page<Lead> list(CampaignScope scope, LeadFilter filter, PageRequest request);
}
