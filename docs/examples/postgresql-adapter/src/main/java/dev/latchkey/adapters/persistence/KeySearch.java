package dev.latchkey.adapters.persistence;

import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.KeyStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A filter of keys as conditions, each of which begins with AND. */
final class KeySearch {

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  KeySearch(KeyFilter filter, Instant at) {
    filter.status().ifPresent(status -> add("status = ?", status));
    filter.state().ifPresent(state -> add(state, at));
    filter.environment().ifPresent(environment -> add("environment = ?", environment));
    filter.createdBy().ifPresent(actor -> add("created_by = ?", AuditText.of(actor).value()));
    filter.expiresBefore().ifPresent(moment -> add("expires_at < ?", moment));
    filter.unusedSince().ifPresent(moment -> add("(last_used_at IS NULL OR last_used_at < ?)", moment));
    // The collation is named, because what lower does depends on it, and a database may have been made with any.
    filter.text().ifPresent(
        text -> add(
            "(strpos(lower(coalesce(searched_name, name) COLLATE \"und-x-icu\"), lower(? COLLATE \"und-x-icu\")) > 0"
                + " OR strpos(lower(masked), lower(?)) > 0 OR strpos(lower(handle), lower(?)) > 0)",
            text, text, text));
  }

  String sql() {
    return sql.toString();
  }

  List<Object> values() {
    return values;
  }

  private void add(KeyState state, Instant at) {
    add("status = ?", state == KeyState.DISABLED ? KeyStatus.DISABLED : KeyStatus.ACTIVE);
    switch (state) {
      case DISABLED -> {
        // The switch alone decides.
      }
      case NOT_YET_VALID -> add("not_before > ?", at);
      case EXPIRED -> add("(not_before IS NULL OR not_before <= ?) AND expires_at <= ?", at, at);
      case IN_FORCE ->
        add("(not_before IS NULL OR not_before <= ?) AND (expires_at IS NULL OR expires_at > ?)", at, at);
    }
  }

  private void add(String condition, Object... more) {
    sql.append(" AND ").append(condition);
    values.addAll(List.of(more));
  }
}
