package dev.latchkey.adapters.persistence.key;

import dev.latchkey.adapters.persistence.audit.ActorText;
import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.format.Environment;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The statements that list a tenant's keys. Each statement names its index, because MySQL otherwise reads the rows of
 * all tenants by id. It sorts by all columns of that index, although all but the last are the same in all rows, because
 * H2 otherwise sorts the whole list.
 *
 * @param before the exclusive upper bound of the ids
 */
record KeySearch(TenantId tenant, KeyFilter filter, Instant at, long before, int limit) {

  /** Largest number of matching keys that are read and sorted regardless of their place in the list. */
  static final int FEW = 1000;

  /**
   * A statement with its values, in the order of the placeholders.
   *
   * @param values of the types String and Long
   */
  record Statement(String sql, List<Object> values) {

    void bind(PreparedStatement prepared) throws SQLException {
      int place = 0;
      for (Object value : values) {
        place++;
        prepared.setObject(place, value);
      }
    }
  }

  /**
   * Returns the statement for the ids of up to {@link #FEW} + 1 keys; empty where no part of the filter is selective.
   */
  Optional<Statement> narrow() {
    if (filter.expiresBefore().isPresent()) {
      return Optional.of(ids("api_key_by_expiry", "expires_at < ?", micros(filter.expiresBefore().get())));
    }
    if (filter.unusedSince().isPresent()) {
      Statement never = ids("api_key_by_use", "last_used_at IS NULL");
      Statement before = ids("api_key_by_use", "last_used_at < ?", micros(filter.unusedSince().get()));
      List<Object> values = new ArrayList<>(never.values());
      values.addAll(before.values());
      return Optional.of(new Statement("(" + never.sql() + ") UNION ALL (" + before.sql() + ")", values));
    }
    return filter.state().flatMap(state -> switch (state) {
      case EXPIRED -> Optional.of(ids("api_key_by_expiry", "expires_at <= ?", micros(at)));
      case NOT_YET_VALID -> Optional.of(ids("api_key_by_start", "not_before > ?", micros(at)));
      case DISABLED -> Optional.empty();
      case IN_FORCE -> Optional.empty();
    });
  }

  private Statement ids(String index, String condition, Object... more) {
    List<Object> values = new ArrayList<>(List.of(tenant.value()));
    values.addAll(List.of(more));
    values.add(FEW + 1);
    return new Statement(
        "SELECT id FROM api_key USE INDEX (" + index + ") WHERE tenant_id = ? AND " + condition + " LIMIT ?", values);
  }

  /** Returns the statement for the matching keys among the few given ids. */
  Statement among(List<Long> few) {
    Conditions conditions = conditions();
    conditions.add("id IN (" + String.join(", ", Collections.nCopies(few.size(), "?")) + ")", few.toArray());
    return conditions.statement("SELECT * FROM api_key", "id DESC");
  }

  /** Returns the statement that searches for matching keys from the newest one on. */
  Statement inOrder() {
    Conditions conditions = conditions();
    if (filter.createdBy().isPresent()) {
      return conditions.statement(
          "SELECT * FROM api_key USE INDEX (api_key_by_creator)", "tenant_id DESC, created_by DESC, id DESC");
    }
    if (filter.environment().isPresent()) {
      return conditions.statement(
          "SELECT * FROM api_key USE INDEX (api_key_by_environment)", "tenant_id DESC, environment DESC, id DESC");
    }
    return filter.status().isPresent() || filter.state().isPresent()
        ? conditions.statement(
            "SELECT * FROM api_key USE INDEX (api_key_by_status)", "tenant_id DESC, status DESC, id DESC")
        : conditions.statement("SELECT * FROM api_key USE INDEX (api_key_by_tenant)", "tenant_id DESC, id DESC");
  }

  private Conditions conditions() {
    Conditions conditions = new Conditions(limit);
    conditions.add("tenant_id = ?", tenant.value());
    conditions.add("id < ?", before);
    filter.status().ifPresent(status -> conditions.add("status = ?", status.name()));
    filter.state().ifPresent(state -> add(conditions, state));
    filter.environment().map(Environment::name).ifPresent(name -> conditions.add("environment = ?", name));
    filter.createdBy().map(ActorText::from).ifPresent(actor -> conditions.add("created_by = ?", actor.value()));
    filter.expiresBefore().ifPresent(moment -> conditions.add("expires_at < ?", micros(moment)));
    filter.unusedSince().ifPresent(
        moment -> conditions.add("(last_used_at IS NULL OR last_used_at < ?)", micros(moment)));
    // Both sides use the database's LOWER. LOCATE has no wildcards that would need escaping.
    filter.text().ifPresent(
        text -> conditions.add(
            "(LOCATE(LOWER(?), LOWER(name)) > 0 OR LOCATE(LOWER(?), LOWER(searched_name)) > 0"
                + " OR LOCATE(LOWER(?), LOWER(masked)) > 0 OR LOCATE(LOWER(?), LOWER(handle)) > 0)",
            text, text, text, text));
    return conditions;
  }

  private void add(Conditions conditions, KeyState state) {
    KeyStatus status = state == KeyState.DISABLED ? KeyStatus.DISABLED : KeyStatus.ACTIVE;
    conditions.add("status = ?", status.name());
    long now = micros(at);
    switch (state) {
      case DISABLED -> {
        // The status alone decides.
      }
      case NOT_YET_VALID -> conditions.add("not_before > ?", now);
      case EXPIRED -> conditions.add("(not_before IS NULL OR not_before <= ?) AND expires_at <= ?", now, now);
      case IN_FORCE ->
        conditions.add(
            "(not_before IS NULL OR not_before <= ?) AND (expires_at IS NULL OR expires_at > ?)", now, now);
    }
  }

  private static long micros(Instant moment) {
    return InstantAsMicros.micros(moment);
  }

  private static final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final int limit;

    Conditions(int limit) {
      this.limit = limit;
    }

    void add(String condition, Object... more) {
      conditions.add(condition);
      values.addAll(List.of(more));
    }

    Statement statement(String select, String order) {
      List<Object> all = new ArrayList<>(values);
      all.add(limit);
      return new Statement(
          select + " WHERE " + String.join(" AND ", conditions) + " ORDER BY " + order + " LIMIT ?", all);
    }
  }
}
