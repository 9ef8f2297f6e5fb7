package dev.latchkey.adapters.persistence.migration;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** The oldest schema version whose server works on the schema. */
@MappedEntity("schema_reader")
record SchemaReaderRow(@Id int id, String oldest) {}
