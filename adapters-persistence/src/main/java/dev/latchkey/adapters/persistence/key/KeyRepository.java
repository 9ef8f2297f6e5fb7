package dev.latchkey.adapters.persistence.key;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import dev.latchkey.adapters.persistence.tenant.TenantRow;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.id.KeyId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

@JdbcRepository(dialect = Dialect.MYSQL)
public abstract class KeyRepository implements GenericRepository<KeyRow, Long> {

  private static final String WITH_TENANT = """
      SELECT k.*,
        t.id AS t_id, t.name AS t_name, t.searched_name AS t_searched_name,
        t.standing AS t_standing, t.created_at AS t_created_at, t.version AS t_version
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
  public abstract List<KeyRow> findAll(Collection<Long> ids);

  /**
   * Lists the newest matching keys. A selective filter is first looked up in its index. Where few keys match it, only
   * these are read; where many match, the next match is near in the order of the list.
   */
  List<KeyRow> newest(KeySearch search) {
    if (search.narrow().isPresent()) {
      List<Long> few = ids(search.narrow().get());
      if (few.size() <= KeySearch.FEW) {
        return few.isEmpty() ? List.of() : rows(search.among(few));
      }
    }
    return rows(search.inOrder());
  }

  private List<Long> ids(KeySearch.Statement statement) {
    return operations.prepareStatement(statement.sql(), prepared -> {
      statement.bind(prepared);
      List<Long> ids = new ArrayList<>();
      try (ResultSet found = prepared.executeQuery()) {
        while (found.next()) {
          ids.add(found.getLong("id"));
        }
      }
      return ids;
    });
  }

  private List<KeyRow> rows(KeySearch.Statement statement) {
    return operations.prepareStatement(statement.sql(), prepared -> {
      statement.bind(prepared);
      List<KeyRow> rows = new ArrayList<>();
      try (ResultSet found = prepared.executeQuery()) {
        while (found.next()) {
          rows.add(operations.readEntity(found, KeyRow.class));
        }
      }
      return rows;
    });
  }

  /** Updates all columns of a key that can change, except for the last use, which {@link #noteUses} writes. */
  @Query("UPDATE api_key SET name = :name, searched_name = :searchedName, status = :status, terms = :terms, not_before = :notBefore,"
      + " expires_at = :expiresAt, replaced_by = :replacedBy WHERE id = :id")
  abstract void update(KeyRow row);

  /** Raises the version if it is one less, and locks the row. Returns the number of rows updated. */
  @Query("UPDATE api_key SET version = :version WHERE id = :id AND tenant_id = :tenantId AND version = :version - 1")
  abstract long claim(long id, long tenantId, long version);

  @Query("DELETE FROM api_key WHERE id = :id AND tenant_id = :tenantId AND version = :version")
  abstract long remove(long id, long tenantId, long version);

  public Optional<StoredKey> findCredential(long id) {
    return operations.prepareStatement(WITH_TENANT, statement -> {
      statement.setLong(1, id);
      try (ResultSet found = statement.executeQuery()) {
        return found.next() ? Optional.of(credential(found)) : Optional.empty();
      }
    });
  }

  /** Records each key's last use unless a later one is stored. Returns the number of statements in the batch. */
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

  private StoredKey credential(ResultSet found) {
    return new StoredKey(
        operations.readEntity(found, KeyRow.class).toKey(),
        operations.readEntity("t_", found, TenantRow.class).toTenant());
  }
}
