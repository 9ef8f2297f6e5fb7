package dev.latchkey.adapters.persistence.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ProbeRepository extends GenericRepository<ProbeRow, Integer> {

  @Query("SELECT probed_at FROM readiness_probe WHERE id = 1")
  long read();

  @Query("UPDATE readiness_probe SET probed_at = :at WHERE id = 1")
  long write(@TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant at);
}
