package dev.latchkey.adapters.persistence.tenant;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface MemberRepository extends GenericRepository<MemberRow, Long> {

  void save(MemberRow row);

  Optional<MemberRow> findByTenantIdAndId(long tenantId, long id);

  Optional<MemberRow> findByTenantIdAndEmail(long tenantId, String email);

  @Query("SELECT * FROM tenant_member WHERE tenant_id = :tenantId AND id < :before ORDER BY id DESC LIMIT :limit")
  List<MemberRow> newest(long tenantId, long before, int limit);

  @Query("SELECT * FROM tenant_member WHERE tenant_id = :tenantId AND id = :id FOR UPDATE")
  Optional<MemberRow> lock(long tenantId, long id);

  void update(MemberRow row);

  void deleteById(long id);
}
