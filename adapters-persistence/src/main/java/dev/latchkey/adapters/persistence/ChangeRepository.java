package dev.latchkey.adapters.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ChangeRepository extends GenericRepository<ChangeRow, Long> {

  void save(ChangeRow row);

  @Query("UPDATE change_counter SET position = position + 1 WHERE id = 1")
  void count();

  @Query("SELECT position FROM change_counter WHERE id = 1")
  long position();
}
