package dev.latchkey.adapters.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AuditEventRepository extends GenericRepository<AuditEventRow, Long> {

  void save(AuditEventRow row);

  List<AuditEventRow> findByTenantIdOrderByPosition(long tenantId);

  @Query("SELECT * FROM audit_event WHERE tenant_id = :tenantId AND id < :before ORDER BY id DESC LIMIT :limit")
  List<AuditEventRow> newest(long tenantId, long before, int limit);

  @Query("SELECT * FROM audit_event WHERE tenant_id = :tenantId AND position > :position ORDER BY position LIMIT :limit")
  List<AuditEventRow> following(long tenantId, long position, int limit);
}
