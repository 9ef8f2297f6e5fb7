package dev.latchkey.adapters.persistence.refusal;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface RefusalRepository extends GenericRepository<RefusalRow, Long> {

  void saveAll(List<RefusalRow> rows);

  @Query("SELECT * FROM refused_request WHERE tenant_id = :tenantId AND request_id = :requestId"
      + " AND refused_at >= :since ORDER BY refused_at DESC LIMIT 1")
  Optional<RefusalRow> latest(
      long tenantId,
      String requestId,
      @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant since);

  /** Finds the newest of the tenant's rows beyond its {@code kept} newest ones. */
  @Query("SELECT number FROM refused_request WHERE tenant_id = :tenantId ORDER BY number DESC LIMIT 1 OFFSET :kept")
  Optional<Long> newestBeyond(long tenantId, int kept);

  @Query("DELETE FROM refused_request WHERE tenant_id = :tenantId AND number <= :number LIMIT :limit")
  long removeSomeUpTo(long tenantId, long number, int limit);

  @Query("DELETE FROM refused_request WHERE refused_at < :before LIMIT :limit")
  long removeSomePast(
      @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant before, int limit);
}
