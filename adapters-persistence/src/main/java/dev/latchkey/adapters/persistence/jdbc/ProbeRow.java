package dev.latchkey.adapters.persistence.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;

/** The only row of {@code readiness_probe}. Every node writes it to check whether the database accepts changes. */
@MappedEntity("readiness_probe")
record ProbeRow(@Id int id, @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant probedAt) {}
