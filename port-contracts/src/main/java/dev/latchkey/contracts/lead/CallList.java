package dev.latchkey.contracts.lead;

import dev.latchkey.application.port.out.ForStoringLeads.Adding;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.LeadSamples;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.StoreUnderTest;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.LeadFilter;
import dev.latchkey.domain.lead.LeadPatch;
import dev.latchkey.domain.lead.LeadReference;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.lead.LeadUpdateResult;
import dev.latchkey.domain.lead.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A stored campaign and the operations of a test on its leads. */
public record CallList(StoreUnderTest store, CampaignScope scope) {

  /** The time of changes. */
  static final Instant LATER = Moments.NOW.plusSeconds(3600);

  /** Creates a campaign for one test, of a tenant of its own. */
  static CallList in(StoreUnderTest store) {
    return of(Household.in(store));
  }

  static CallList of(Household household) {
    return new CallList(household.store(), household.insideACampaign());
  }

  static String number(int i) {
    return "+4915" + (100_000_000 + i);
  }

  Lead lead(int number, LeadDetails details) {
    return Lead.added(
        new LeadId(NewIds.next()), scope.id(), new PhoneNumber(number(number)), details, false, Moments.NOW);
  }

  Lead lead(int number) {
    return lead(number, LeadSamples.LEAST);
  }

  Lead stored(Lead lead) {
    store.leads().add(scope, lead);
    return lead;
  }

  List<Adding> addAll(List<Lead> leads) {
    return store.leads().addAll(scope, leads);
  }

  List<Optional<LeadUpdateResult>> changeAll(LeadUpdate... alterations) {
    return changeAll(List.of(alterations));
  }

  List<Optional<LeadUpdateResult>> changeAll(List<LeadUpdate> alterations) {
    return store.leads().changeAll(scope, alterations, LATER);
  }

  List<Optional<Lead>> removeAll(LeadReference... references) {
    return store.leads().removeAll(scope, List.of(references));
  }

  /** Returns the campaign's leads, oldest first, read page by page. */
  List<Lead> all() {
    List<Lead> all = new ArrayList<>();
    Page<Lead> page = store.leads().list(scope, LeadFilter.ALL, PageRequest.first(PageRequest.HIGHEST_LIMIT));
    all.addAll(page.items());
    while (page.next().isPresent()) {
      page = store.leads().list(scope, LeadFilter.ALL, new PageRequest(PageRequest.HIGHEST_LIMIT, page.next()));
      all.addAll(page.items());
    }
    return all.reversed();
  }

  public static LeadReference byId(Lead lead) {
    return new LeadReference.ById(lead.id());
  }

  static LeadReference byNumber(Lead lead) {
    return new LeadReference.ByNumber(lead.phoneNumber());
  }

  public static LeadUpdate changed(Lead lead, LeadPatch change) {
    return new LeadUpdate(byId(lead), change);
  }
}
