package dev.latchkey.adapters.persistence.rate;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;

/**
 * The bucket of a key, which all nodes share.
 *
 * @param state the serialized state of the library, in hexadecimal digits
 * @param neededTill the time from which the bucket would be full, so that the row can be removed
 */
@MappedEntity("rate_bucket")
public record RateRow(
    @Id String id,
    String state,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant neededTill) {

  /** Returns the same bucket for another key. */
  public RateRow of(String otherId) {
    return new RateRow(otherId, state, neededTill);
  }
}
