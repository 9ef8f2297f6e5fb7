package dev.latchkey.adapters.persistence.tenant;

import dev.latchkey.domain.tenant.TenantStatus;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface TenantRepository extends GenericRepository<TenantRow, Long> {

  void save(TenantRow row);

  Optional<TenantRow> findById(long id);

  @Query("SELECT * FROM tenant WHERE id < :before"
      + " AND (:text IS NULL OR LOCATE(LOWER(:text), LOWER(name)) > 0"
      + " OR LOCATE(LOWER(:text), LOWER(searched_name)) > 0) ORDER BY id DESC LIMIT :limit")
  List<TenantRow> newest(long before, @Nullable String text, int limit);

  /**
   * Sorts by all columns of the index, although the first is the same in all rows: H2 otherwise sorts the whole list.
   */
  @Query("SELECT * FROM tenant WHERE standing = :standing AND id < :before"
      + " AND (:text IS NULL OR LOCATE(LOWER(:text), LOWER(name)) > 0"
      + " OR LOCATE(LOWER(:text), LOWER(searched_name)) > 0)"
      + " ORDER BY standing DESC, id DESC LIMIT :limit")
  List<TenantRow> newestOfStanding(TenantStatus standing, long before, @Nullable String text, int limit);

  void update(TenantRow row);

  /** Raises the version if it is one less, and locks the row. Returns the number of rows updated. */
  @Query("UPDATE tenant SET version = :version WHERE id = :id AND version = :version - 1")
  long claim(long id, long version);
}
