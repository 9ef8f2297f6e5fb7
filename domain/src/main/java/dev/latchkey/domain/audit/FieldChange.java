package dev.latchkey.domain.audit;

/**
 * What a field was and what it became.
 *
 * @param from {@link FieldValue#NONE} where the field was not set, as for everything that is created
 */
public record FieldChange(FieldValue from, FieldValue to) {}
