package dev.latchkey.adapters.persistence.feed;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change that whoever keeps credentials in memory has to hear of.
 *
 * @param keyId the key that changed; absent: the tenant itself did
 */
@MappedEntity("change_feed")
record ChangeRow(
    @Id long position,
    long tenantId,
    @Nullable Long keyId,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant changedAt) {}
