package dev.latchkey.adapters.persistence;

import dev.latchkey.domain.access.Credential;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.Environment;
import dev.latchkey.domain.key.KeyStatus;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
abstract class KeyRepository implements GenericRepository<KeyRow, Long> {

  private static final String WITH_TENANT = """
      SELECT k.*,
        t.id AS t_id, t.name AS t_name, t.standing AS t_standing, t.created_at AS t_created_at, t.version AS t_version
      FROM api_key k
      JOIN tenant t ON t.id = k.tenant_id
      WHERE k.id = ?""";

  private static final String BY_PEPPER = "SELECT pepper_version, COUNT(*) AS sealed FROM api_key GROUP BY pepper_version";

  private static final String NOTE_USE = "UPDATE api_key SET last_used_at = ?"
      + " WHERE id = ? AND (last_used_at IS NULL OR last_used_at < ?)";

  private final JdbcOperations operations;

  KeyRepository(JdbcOperations operations) {
    this.operations = operations;
  }

  abstract void save(KeyRow row);

  abstract Optional<KeyRow> findByTenantIdAndId(long tenantId, long id);

  @Query("SELECT * FROM api_key WHERE id IN (:ids)")
  abstract List<KeyRow> findAll(Collection<Long> ids);

  /**
   * Both names go through the database's LOWER, and LOCATE knows no wildcards that would have to be escaped. Sorted by all
   * columns of the index, though the first is the same in all rows: H2 would sort the whole list otherwise. And the index is named,
   * as MySQL prefers to read everybody's rows by their ids.
   */
  @Query("SELECT * FROM api_key USE INDEX (api_key_by_tenant) WHERE tenant_id = :tenantId AND id < :before"
      + " AND (:status IS NULL OR status = :status)"
      + " AND (:environment IS NULL OR environment = :environment)"
      + " AND (:text IS NULL OR LOCATE(LOWER(:text), LOWER(name)) > 0)"
      + " ORDER BY tenant_id DESC, id DESC LIMIT :limit")
  abstract List<KeyRow> newest(
      long tenantId,
      long before,
      @Nullable KeyStatus status,
      @Nullable Environment environment,
      @Nullable String text,
      int limit);

  /** Writes down all of a key that can change, but for its last use, which is not the key's own affair. */
  @Query("UPDATE api_key SET name = :name, status = :status, terms = :terms, not_before = :notBefore,"
      + " expires_at = :expiresAt, replaced_by = :replacedBy WHERE id = :id")
  abstract void update(KeyRow row);

  /** Raises the version if it is one less, and so takes the row's lock; tells how many rows that were. */
  @Query("UPDATE api_key SET version = :version WHERE id = :id AND tenant_id = :tenantId AND version = :version - 1")
  abstract long claim(long id, long tenantId, long version);

  @Query("DELETE FROM api_key WHERE id = :id AND tenant_id = :tenantId AND version = :version")
  abstract long remove(long id, long tenantId, long version);

  Optional<Credential> findCredential(long id) {
    return operations.prepareStatement(WITH_TENANT, statement -> {
      statement.setLong(1, id);
      try (ResultSet found = statement.executeQuery()) {
        return found.next() ? Optional.of(credential(found)) : Optional.empty();
      }
    });
  }

  /** Notes each key's last use, unless a later one is noted already; tells how many statements it took. */
  int noteUses(SequencedMap<KeyId, Instant> uses) {
    return operations.prepareStatement(NOTE_USE, statement -> {
      for (Map.Entry<KeyId, Instant> use : uses.entrySet()) {
        long micros = InstantAsMicros.micros(use.getValue());
        statement.setLong(1, micros);
        statement.setLong(2, use.getKey().value());
        statement.setLong(3, micros);
        statement.addBatch();
      }
      return statement.executeBatch().length;
    });
  }

  Map<String, Long> countByPepperVersion() {
    return operations.prepareStatement(BY_PEPPER, statement -> {
      Map<String, Long> counts = new HashMap<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          counts.put(found.getString("pepper_version"), found.getLong("sealed"));
        }
      }
      return counts;
    });
  }

  private Credential credential(ResultSet found) {
    return new Credential(
        operations.readEntity(found, KeyRow.class).toKey(),
        operations.readEntity("t_", found, TenantRow.class).toTenant());
  }
}
