package dev.latchkey.adapters.persistence.idempotency;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface ResponseRepository extends GenericRepository<ResponseRow, String> {

  void save(ResponseRow row);

  Optional<ResponseRow> findById(String id);

  /** Returns the total size of the owner's responses in bytes. */
  @Query("SELECT COALESCE(SUM(size), 0) FROM remembered_answer WHERE owner = :owner")
  long sizeOf(String owner);

  /** Lists the owner's responses that expire first. Claims have size 0 and are left out. */
  @Query("SELECT id, size FROM remembered_answer WHERE owner = :owner AND size > 0 ORDER BY remembered_till LIMIT :limit")
  List<StoredResponseSize> oldest(String owner, int limit);

  @Query("DELETE FROM remembered_answer WHERE id IN (:ids)")
  long removeAll(List<String> ids);

  @Query("DELETE FROM remembered_answer WHERE id = :id AND remembered_till <= :now")
  long removePast(String id, @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant now);

  @Query("DELETE FROM remembered_answer WHERE remembered_till <= :now LIMIT :limit")
  long removeSomePast(@TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant now, int limit);

  @Query("DELETE FROM remembered_answer WHERE id = :id AND status IS NULL AND remembered_till = :claimedTill")
  long release(
      String id, @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant claimedTill);

  @Query("UPDATE remembered_answer SET status = :status, content_type = :contentType, headers = :headers, body = :body,"
      + " size = :size, remembered_till = :till"
      + " WHERE id = :id AND status IS NULL AND remembered_till = :claimedTill")
  long settle(
      String id,
      @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant claimedTill,
      int status,
      String contentType,
      String headers,
      String body,
      long size,
      @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant till);
}
