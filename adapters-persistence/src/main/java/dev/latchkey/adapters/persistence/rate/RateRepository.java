package dev.latchkey.adapters.persistence.rate;

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
public interface RateRepository extends GenericRepository<RateRow, String> {

  void save(RateRow row);

  Optional<RateRow> findById(String id);

  /** Updates the row only if it still has the state that was read. Returns the number of rows updated. */
  @Query("UPDATE rate_bucket SET state = :state, needed_till = :neededTill WHERE id = :id AND state = :read")
  long replace(
      String id,
      String read,
      String state,
      @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant neededTill);

  @Query("DELETE FROM rate_bucket WHERE needed_till < :end LIMIT :limit")
  long removeSome(@TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant end, int limit);
}
