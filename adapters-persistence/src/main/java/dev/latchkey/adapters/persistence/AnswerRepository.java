package dev.latchkey.adapters.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AnswerRepository extends GenericRepository<AnswerRow, String> {

  void save(AnswerRow row);

  Optional<AnswerRow> findById(String id);

  @Query("DELETE FROM remembered_answer WHERE id = :id AND remembered_till <= :now")
  long removePast(String id, @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant now);

  @Query("DELETE FROM remembered_answer WHERE remembered_till <= :now LIMIT :limit")
  long removeSomePast(@TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant now, int limit);

  @Query("DELETE FROM remembered_answer WHERE id = :id AND status IS NULL")
  long release(String id);

  @Query("UPDATE remembered_answer SET status = :status, content_type = :contentType, body = :body,"
      + " remembered_till = :till WHERE id = :id AND status IS NULL")
  long settle(
      String id,
      int status,
      String contentType,
      String body,
      @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant till);
}
