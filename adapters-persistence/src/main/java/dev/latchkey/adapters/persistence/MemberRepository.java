package dev.latchkey.adapters.persistence;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface MemberRepository extends GenericRepository<MemberRow, Long> {

  void save(MemberRow row);

  Optional<MemberRow> findByTenantIdAndEmail(long tenantId, String email);
}
