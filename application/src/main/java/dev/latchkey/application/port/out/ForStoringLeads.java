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
 * Storage of the leads of one campaign: a lead of another campaign is not visible. Every value is returned as it was
 * stored: texts to the character, numbers to the digit, times to the microsecond. Every method throws
 * {@link StoreUnavailable} if the store cannot be reached, and the outcome is then unknown.
 */
public interface ForStoringLeads {

  /** The outcome of adding a lead. */
  sealed interface Adding {

    /** The lead is stored. */
    record Added() implements Adding {}

    /** The campaign already has a lead with this phone number. Nothing was written. */
    record Taken(Lead existing) implements Adding {}
  }

  /**
   * Stores a new lead, unless the campaign already has one with its phone number; of two concurrent ones, one is
   * stored.
   *
   * @throws IllegalArgumentException if the lead belongs to another campaign
   */
  Adding add(CampaignScope scope, Lead lead);

  /**
   * Stores the leads whose phone numbers the campaign does not have yet, all of them or none; of two leads with the
   * same number the first is stored. The number of statements does not grow with the number of leads.
   *
   * @return the outcome for each lead
   * @throws IllegalArgumentException if a lead belongs to another campaign
   */
  List<Adding> addAll(CampaignScope scope, List<Lead> leads);

  /**
   * Applies the alterations in order, each on top of the previous ones, as one atomic change that is isolated from all
   * other writers. An alteration that is invalid or names no lead changes nothing and does not affect any other. A lead
   * that has all the new values already stays as it is, with the time of its last change. The number of reads does not
   * grow with the number of alterations.
   *
   * @param at the time of the change
   * @return the outcome for each alteration; empty if the campaign has no such lead
   */
  List<Optional<LeadUpdateResult>> changeAll(CampaignScope scope, List<LeadUpdate> alterations, Instant at);

  /**
   * Deletes leads permanently, in the given order and as one change. The number of statements does not grow with the
   * number of references.
   *
   * @return the deleted lead for each reference; empty if the campaign has no such lead, or no longer has it
   */
  List<Optional<Lead>> removeAll(CampaignScope scope, List<LeadReference> leads);

  /** Returns the lead with this id; empty if the campaign has none. */
  Optional<Lead> find(CampaignScope scope, LeadId id);

  /** Returns the campaign's leads that match the filter, newest first. */
  Page<Lead> list(CampaignScope scope, LeadFilter filter, PageRequest request);
}
