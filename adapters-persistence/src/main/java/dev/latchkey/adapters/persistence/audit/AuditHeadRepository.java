package dev.latchkey.adapters.persistence.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AuditHeadRepository extends GenericRepository<AuditHeadRow, Long> {

  void save(AuditHeadRow row);

  void update(AuditHeadRow row);

  Optional<AuditHeadRow> findById(long tenantId);

  @Query("SELECT * FROM audit_head WHERE tenant_id = :tenantId FOR UPDATE")
  Optional<AuditHeadRow> lock(long tenantId);
}
