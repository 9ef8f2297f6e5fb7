package dev.latchkey.adapters.persistence.credential;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PepperCheckRepository extends GenericRepository<PepperCheckRow, String> {

  List<PepperCheckRow> findAll();

  Optional<PepperCheckRow> findById(String version);

  @Query("INSERT IGNORE INTO pepper_check (version, check_value) VALUES (:version, :checkValue)")
  void saveUnlessThere(String version, String checkValue);
}
