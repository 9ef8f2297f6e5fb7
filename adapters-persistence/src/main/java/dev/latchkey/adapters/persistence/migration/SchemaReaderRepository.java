package dev.latchkey.adapters.persistence.migration;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SchemaReaderRepository extends GenericRepository<SchemaReaderRow, Integer> {

  @Query("SELECT oldest FROM schema_reader WHERE id = 1")
  String oldest();
}
