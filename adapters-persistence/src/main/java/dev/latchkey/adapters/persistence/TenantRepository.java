package dev.latchkey.adapters.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TenantRepository extends GenericRepository<TenantRow, Long> {

  void save(TenantRow row);

  Optional<TenantRow> findById(long id);

  @Query("SELECT * FROM tenant WHERE id < :before ORDER BY id DESC LIMIT :limit")
  List<TenantRow> newest(long before, int limit);

  void update(TenantRow row);

  /** Raises the version if it is one less, and so takes the row's lock; tells how many rows that were. */
  @Query("UPDATE tenant SET version = :version WHERE id = :id AND version = :version - 1")
  long claim(long id, long version);
}
