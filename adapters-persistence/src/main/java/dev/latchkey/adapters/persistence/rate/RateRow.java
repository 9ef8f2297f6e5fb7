package dev.latchkey.adapters.persistence.rate;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;

/**
 * The bucket of a key, which all nodes draw from.
 *
 * @param state the library's bytes, in hexadecimal digits
 * @param neededTill from then on it would be full, so that it need not be kept
 */
@MappedEntity("rate_bucket")
public record RateRow(
    @Id String id,
    String state,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant neededTill) {

  /** The same bucket for another key. */
  public RateRow of(String otherId) {
    return new RateRow(otherId, state, neededTill);
  }
}
