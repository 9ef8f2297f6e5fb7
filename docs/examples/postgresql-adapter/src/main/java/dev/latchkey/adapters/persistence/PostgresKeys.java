package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyFilter;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps keys. */
@Singleton
final class PostgresKeys implements ForStoringKeys {

  private final Database database;

  PostgresKeys(Database database) {
    this.database = database;
  }

  @Override
  public void add(TenantScope scope, ApiKey key, AuditEntry entry) {
    requireOwn(scope, key);
    Written written = write(scope, key, List.of(entry), sql -> {
      sql.insert("api_key", KeyRow.columns(key));
      return true;
    });
    if (written == Written.STALE) {
      throw new IllegalStateException("There is no tenant " + scope.tenant().value());
    }
  }

  @Override
  public Optional<ApiKey> find(TenantView scope, KeyId id) {
    return database.run(
        sql -> sql.one("SELECT * FROM api_key WHERE tenant_id = ? AND id = ?", KeyRow::read, scope.tenant(), id));
  }

  @Override
  public Page<ApiKey> list(TenantView scope, KeyFilter filter, Instant at, PageRequest request) {
    KeySearch search = new KeySearch(filter, at);
    List<Object> values = new ArrayList<>(List.of(scope.tenant(), request.before().orElse(Long.MAX_VALUE)));
    values.addAll(search.values());
    values.add(request.limit() + 1);
    List<ApiKey> found = database.run(
        sql -> sql.all(
            "SELECT * FROM api_key WHERE tenant_id = ? AND id < ?" + search.sql() + " ORDER BY id DESC LIMIT ?",
            KeyRow::read,
            values.toArray()));
    return Page.cut(found, request, key -> key.id().value());
  }

  @Override
  public Written replace(TenantScope scope, ApiKey changed, AuditEntry entry) {
    return write(scope, changed, List.of(entry), sql -> replaced(sql, scope, changed));
  }

  @Override
  public Written rotate(TenantScope scope, ApiKey ended, ApiKey successor, List<AuditEntry> entries) {
    requireOwn(scope, successor);
    return write(scope, ended, entries, sql -> {
      if (!replaced(sql, scope, ended)) {
        return false;
      }
      sql.insert("api_key", KeyRow.columns(successor));
      sql.change(
          "INSERT INTO rate_level SELECT ?, requests, window_seconds, full_at FROM rate_level WHERE key_id = ?",
          successor.id(),
          ended.id());
      return true;
    });
  }

  @Override
  public Written remove(TenantScope scope, ApiKey key, AuditEntry entry) {
    return write(
        scope,
        key,
        List.of(entry),
        sql -> sql.change(
            "DELETE FROM api_key WHERE tenant_id = ? AND id = ? AND version = ?",
            scope.tenant(),
            key.id(),
            key.version()) == 1);
  }

  @Override
  public Map<String, Long> countByPepperVersion() {
    Map<String, Long> counts = new HashMap<>();
    database.run(
        sql -> sql.all(
            "SELECT pepper_version, count(*) AS sealed FROM api_key GROUP BY pepper_version",
            row -> counts.put(row.text("pepper_version"), row.number("sealed")) == null));
    return counts;
  }

  /** Makes a change with its audit events; nothing of it where the change says that the row is stale. */
  private Written write(
      TenantScope scope, ApiKey key, List<AuditEntry> entries, Database.Work<Boolean> change) {
    return !key.tenant().equals(scope.tenant()) ? Written.STALE : database.together(sql -> {
      Optional<ChainHead> head = PostgresTrail.lock(sql, scope.tenant());
      if (head.isEmpty() || !change.on(sql)) {
        return Written.STALE;
      }
      PostgresTrail.append(sql, scope.tenant(), head.get(), entries);
      return Written.DONE;
    });
  }

  private static boolean replaced(Statements sql, TenantScope scope, ApiKey key) throws SQLException {
    // A use may have been written down since the key was read, and is not taken back.
    Columns columns = KeyRow.columns(key).without("last_used_at");
    return sql.replace("api_key", columns, scope.tenant(), key.id(), key.version());
  }

  private static void requireOwn(TenantScope scope, ApiKey key) {
    if (!key.tenant().equals(scope.tenant())) {
      throw new IllegalArgumentException("The key belongs to another tenant");
    }
  }
}
