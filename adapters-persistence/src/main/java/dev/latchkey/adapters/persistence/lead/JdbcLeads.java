package dev.latchkey.adapters.persistence.lead;

import dev.latchkey.adapters.persistence.jdbc.ConstraintViolation;
import dev.latchkey.adapters.persistence.jdbc.Database;
import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadFilter;
import dev.latchkey.domain.lead.LeadReference;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.lead.LeadUpdateResult;
import dev.latchkey.domain.lead.PhoneNumber;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Stores leads. Writes no audit events for them, as leads are data and not access rights. */
@Singleton
final class JdbcLeads implements ForStoringLeads {

  private static final int ATTEMPTS = 3;

  private final Database database;
  private final LeadRepository leads;

  JdbcLeads(Database database, LeadRepository leads) {
    this.database = database;
    this.leads = leads;
  }

  @Override
  public Adding add(CampaignScope scope, Lead lead) {
    requireOwn(scope, lead);
    LeadRow row = LeadRow.from(lead);
    for (int attempt = 1;; attempt++) {
      try {
        return database.run(() -> {
          leads.save(row);
          return new Adding.Added();
        });
      } catch (ConstraintViolation refused) {
        // Reads after the failed insert: an existing lead is the result, and one that was removed meanwhile causes
        // another attempt.
        Optional<LeadRow> inTheWay = database
            .run(() -> leads.findByCampaignIdAndPhoneNumber(row.campaignId(), row.phoneNumber()));
        if (inTheWay.isPresent()) {
          return new Adding.Taken(inTheWay.get().toLead());
        }
        if (attempt == ATTEMPTS) {
          throw refused;
        }
      }
    }
  }

  @Override
  public List<Adding> addAll(CampaignScope scope, List<Lead> added) {
    added.forEach(lead -> requireOwn(scope, lead));
    // Ordered by phone number, so that concurrent calls with the same numbers do not deadlock.
    SortedMap<String, LeadRow> rows = new TreeMap<>();
    added.forEach(lead -> rows.putIfAbsent(lead.phoneNumber().value(), LeadRow.from(lead)));
    return rows.isEmpty() ? List.of() : database.together(() -> addAll(scope, added, rows));
  }

  private List<Adding> addAll(CampaignScope scope, List<Lead> added, SortedMap<String, LeadRow> rows) {
    Map<String, LeadRow> there = byNumber(scope, rows.keySet());
    Set<String> missing = new TreeSet<>(rows.keySet());
    missing.removeAll(there.keySet());
    // A conflicting row can be removed before it is read. A row that is read after the insert is locked until the
    // transaction ends.
    for (int attempt = 1; !there.keySet().containsAll(missing); attempt++) {
      if (attempt > ATTEMPTS) {
        throw new IllegalStateException("A lead is neither stored nor is there one with its number");
      }
      leads.saveNew(rows.values().stream().filter(row -> !there.containsKey(row.phoneNumber())).toList());
      there.putAll(byNumber(scope, missing));
    }
    List<Adding> ends = new ArrayList<>();
    for (Lead lead : added) {
      LeadRow stored = Objects.requireNonNull(there.get(lead.phoneNumber().value()));
      boolean isNew = stored.id() == lead.id().value() && missing.remove(stored.phoneNumber());
      ends.add(isNew ? new Adding.Added() : new Adding.Taken(stored.toLead()));
    }
    return ends;
  }

  @Override
  public List<Optional<LeadUpdateResult>> changeAll(CampaignScope scope, List<LeadUpdate> alterations, Instant at) {
    return alterations.isEmpty() ? List.of() : database.together(() -> {
      LockedLeads locked = lock(scope, alterations.stream().map(LeadUpdate::lead).toList());
      Map<LeadId, LeadRow> changed = new LinkedHashMap<>();
      List<Optional<LeadUpdateResult>> ends = new ArrayList<>();
      for (LeadUpdate alteration : alterations) {
        Optional<LeadUpdateResult> end = locked.find(alteration.lead()).map(lead -> alteration.on(lead, at));
        if (end.isPresent() && end.get() instanceof LeadUpdateResult.Revised(Lead after) && locked.isNew(after)) {
          locked.put(after);
          changed.put(after.id(), LeadRow.from(after));
        }
        ends.add(end);
      }
      LeadBatches.of(changed.values()).forEach(leads::updateAll);
      return ends;
    });
  }

  @Override
  public List<Optional<Lead>> removeAll(CampaignScope scope, List<LeadReference> references) {
    return references.isEmpty() ? List.of() : database.together(() -> {
      LockedLeads locked = lock(scope, references);
      List<Optional<Lead>> ends = new ArrayList<>();
      for (LeadReference reference : references) {
        Optional<Lead> end = locked.find(reference);
        end.ifPresent(locked::remove);
        ends.add(end);
      }
      List<Long> removed = ends.stream().flatMap(Optional::stream).map(lead -> lead.id().value()).toList();
      if (!removed.isEmpty()) {
        leads.remove(removed);
      }
      return ends;
    });
  }

  /**
   * Locks the leads in the order of their ids. Phone numbers are first translated into ids, which stay the same as long
   * as the lead exists. The same order in all transactions prevents deadlocks.
   */
  private LockedLeads lock(CampaignScope scope, List<LeadReference> references) {
    Set<Long> ids = new TreeSet<>();
    Set<String> numbers = new TreeSet<>();
    for (LeadReference reference : references) {
      switch (reference) {
        case LeadReference.ById(LeadId id) -> ids.add(id.value());
        case LeadReference.ByNumber(PhoneNumber number) -> numbers.add(number.value());
      }
    }
    if (!numbers.isEmpty()) {
      ids.addAll(leads.ids(scope.id().value(), numbers));
    }
    List<LeadRow> locked = ids.isEmpty() ? List.of() : leads.lock(scope.id().value(), ids);
    return new LockedLeads(locked.stream().map(LeadRow::toLead).toList());
  }

  private Map<String, LeadRow> byNumber(CampaignScope scope, Collection<String> numbers) {
    Map<String, LeadRow> found = new HashMap<>();
    leads.findByCampaignIdAndPhoneNumberIn(scope.id().value(), numbers)
        .forEach(row -> found.put(row.phoneNumber(), row));
    return found;
  }

  private static void requireOwn(CampaignScope scope, Lead lead) {
    if (!lead.campaign().equals(scope.id())) {
      throw new IllegalArgumentException("The lead belongs to another campaign");
    }
  }

  @Override
  public Optional<Lead> find(CampaignScope scope, LeadId id) {
    return database.run(() -> leads.findByCampaignIdAndId(scope.id().value(), id.value())).map(LeadRow::toLead);
  }

  @Override
  public Page<Lead> list(CampaignScope scope, LeadFilter filter, PageRequest request) {
    long before = request.before().orElse(Long.MAX_VALUE);
    LeadPages pages = new LeadPages(leads, scope.id().value(), filter, before, request.limit() + 1);
    return Page.cut(database.run(pages::read), request, LeadRow::id).map(LeadRow::toLead);
  }
}
