package dev.latchkey.adapters.persistence.feed;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface ChangeRepository extends GenericRepository<ChangeRow, Long> {

  void save(ChangeRow row);

  @Query("UPDATE change_counter SET position = position + 1 WHERE id = 1")
  void count();

  @Query("SELECT position FROM change_counter WHERE id = 1")
  long position();

  /** Finds the highest position among the {@code count} oldest whose changes were made before that moment. */
  @Query("SELECT MAX(f.position) FROM change_feed f WHERE f.changed_at < :end"
      + " AND f.position < (SELECT MIN(o.position) FROM change_feed o) + :count")
  Optional<Long> lastOfTheOldest(
      int count, @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant end);

  @Query("DELETE FROM change_feed WHERE position <= :position")
  long removeUpTo(long position);
}
