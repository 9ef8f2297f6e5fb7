package dev.latchkey.adapters.persistence.feed;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that outdates cached credentials.
 *
 * @param keyId the changed key; null where the tenant itself changed
 */
@MappedEntity("change_feed")
record ChangeRow(
    @Id long position,
    long tenantId,
    @Nullable Long keyId,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant changedAt) {}
