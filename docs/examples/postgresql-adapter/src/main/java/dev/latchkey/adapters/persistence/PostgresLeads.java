package dev.latchkey.adapters.persistence;

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
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps leads. They are data and not rights: no audit event is written for them. */
@Singleton
final class PostgresLeads implements ForStoringLeads {

  private static final int ATTEMPTS = 3;

  private final Database database;

  PostgresLeads(Database database) {
    this.database = database;
  }

  @Override
  public Adding add(CampaignScope scope, Lead lead) {
    return addAll(scope, List.of(lead)).getFirst();
  }

  @Override
  public List<Adding> addAll(CampaignScope scope, List<Lead> leads) {
    if (!leads.stream().allMatch(lead -> lead.campaign().equals(scope.id()))) {
      throw new IllegalArgumentException("A lead belongs to another campaign");
    }
    return leads.isEmpty() ? List.of() : database.together(sql -> addAll(sql, scope, leads));
  }

  private static List<Adding> addAll(Statements sql, CampaignScope scope, List<Lead> leads) throws SQLException {
    // In the order of their numbers, so that two who add the same ones do not wait for each other in a circle.
    SortedMap<String, Lead> missing = new TreeMap<>();
    leads.forEach(lead -> missing.putIfAbsent(lead.phoneNumber().value(), lead));
    List<Lead> added = new ArrayList<>();
    Map<String, Lead> there = new HashMap<>();
    // Acted first, looked then: what was in the way can be gone before it is read, and then it is no longer in the way.
    for (int attempt = 1; !missing.isEmpty(); attempt++) {
      if (attempt > ATTEMPTS) {
        throw new IllegalStateException("A lead is neither stored nor is there one with its number");
      }
      List<Lead> wanted = List.copyOf(missing.values());
      int[] inserted = sql.changeEach(
          Statements.insertion("lead", LeadRow.columns(wanted.getFirst()))
              + " ON CONFLICT (campaign_id, phone_number) DO NOTHING",
          wanted.stream().map(lead -> LeadRow.columns(lead).values()).toList());
      for (int i = 0; i < inserted.length; i++) {
        if (inserted[i] == 1) {
          added.add(wanted.get(i));
        }
      }
      String[] numbers = missing.keySet().toArray(String[]::new);
      sql.all(
          "SELECT * FROM lead WHERE campaign_id = ? AND phone_number = ANY(?)", LeadRow::read, scope.id(), numbers)
          .forEach(lead -> there.put(lead.phoneNumber().value(), lead));
      missing.keySet().removeAll(there.keySet());
    }
    List<Adding> ends = new ArrayList<>();
    for (Lead lead : leads) {
      Lead stored = there.getOrDefault(lead.phoneNumber().value(), lead);
      ends.add(stored.id().equals(lead.id()) && added.remove(lead) ? new Adding.Added() : new Adding.Taken(stored));
    }
    return ends;
  }

  @Override
  public List<Optional<LeadUpdateResult>> changeAll(CampaignScope scope, List<LeadUpdate> alterations, Instant at) {
    return alterations.isEmpty() ? List.of() : database.together(sql -> {
      Map<LeadReference, Lead> locked = lock(sql, scope, alterations.stream().map(LeadUpdate::lead).toList());
      Map<LeadId, Lead> changed = new LinkedHashMap<>();
      List<Optional<LeadUpdateResult>> ends = new ArrayList<>();
      for (LeadUpdate alteration : alterations) {
        Optional<LeadUpdateResult> end = Optional.ofNullable(locked.get(alteration.lead()))
            .map(lead -> alteration.on(lead, at));
        if (end.isPresent() && end.get() instanceof LeadUpdateResult.Revised(Lead after)
            && !after.equals(locked.get(alteration.lead()))) {
          names(after).forEach(name -> locked.put(name, after));
          changed.put(after.id(), after);
        }
        ends.add(end);
      }
      if (!changed.isEmpty()) {
        sql.changeEach(LeadRow.UPDATE, changed.values().stream().map(LeadRow::update).toList());
      }
      return ends;
    });
  }

  @Override
  public List<Optional<Lead>> removeAll(CampaignScope scope, List<LeadReference> references) {
    return references.isEmpty() ? List.of() : database.together(sql -> {
      Map<LeadReference, Lead> locked = lock(sql, scope, references);
      List<Optional<Lead>> ends = new ArrayList<>();
      for (LeadReference reference : references) {
        Optional<Lead> end = Optional.ofNullable(locked.get(reference));
        end.ifPresent(lead -> names(lead).forEach(locked::remove));
        ends.add(end);
      }
      Long[] removed = ends.stream().flatMap(Optional::stream).map(lead -> lead.id().value()).toArray(Long[]::new);
      sql.change("DELETE FROM lead WHERE id = ANY(?)", (Object) removed);
      return ends;
    });
  }

  @Override
  public Optional<Lead> find(CampaignScope scope, LeadId id) {
    return database.run(
        sql -> sql.one("SELECT * FROM lead WHERE campaign_id = ? AND id = ?", LeadRow::read, scope.id(), id));
  }

  @Override
  public Page<Lead> list(CampaignScope scope, LeadFilter filter, PageRequest request) {
    // Only conditions that are given are in the statement, so that the planner sees which index serves them.
    StringBuilder conditions = new StringBuilder();
    List<Object> values = new ArrayList<>(List.of(scope.id(), request.before().orElse(Long.MAX_VALUE)));
    filter.number().ifPresent(number -> given(number.value(), " AND phone_number = ?", conditions, values));
    filter.email().ifPresent(email -> given(email, " AND searched_email = ?", conditions, values));
    filter.doNotCall().ifPresent(mark -> given(mark, " AND do_not_call = ?", conditions, values));
    filter.createdSince().ifPresent(since -> given(since, " AND created_at >= ?", conditions, values));
    filter.updatedSince().ifPresent(since -> given(since, " AND updated_at >= ?", conditions, values));
    values.add(request.limit() + 1);
    List<Lead> found = database.run(
        sql -> sql.all(
            "SELECT * FROM lead WHERE campaign_id = ? AND id < ?" + conditions + " ORDER BY id DESC LIMIT ?",
            LeadRow::read,
            values.toArray()));
    return Page.cut(found, request, lead -> lead.id().value());
  }

  private static void given(Object value, String condition, StringBuilder conditions, List<Object> values) {
    conditions.append(condition);
    values.add(value);
  }

  /** The leads under both of their names, which nobody else can change before the transaction ends. */
  private static Map<LeadReference, Lead> lock(Statements sql, CampaignScope scope, List<LeadReference> references)
      throws SQLException {
    List<Long> ids = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (LeadReference reference : references) {
      switch (reference) {
        case LeadReference.ById(LeadId id) -> ids.add(id.value());
        case LeadReference.ByNumber(PhoneNumber number) -> numbers.add(number.value());
      }
    }
    // Everybody locks them in the same order.
    List<Lead> found = sql.all(
        "SELECT * FROM lead WHERE campaign_id = ? AND (id = ANY(?) OR phone_number = ANY(?)) ORDER BY id FOR UPDATE",
        LeadRow::read,
        scope.id(),
        ids.toArray(Long[]::new),
        numbers.toArray(String[]::new));
    Map<LeadReference, Lead> locked = new HashMap<>();
    found.forEach(lead -> names(lead).forEach(name -> locked.put(name, lead)));
    return locked;
  }

  private static List<LeadReference> names(Lead lead) {
    return List.of(new LeadReference.ById(lead.id()), new LeadReference.ByNumber(lead.phoneNumber()));
  }
}
