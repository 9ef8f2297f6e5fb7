package dev.latchkey.domain.audit;

/**
 * The old and the new value of a field.
 *
 * @param from {@link FieldValue#NONE} if the field was not set, as in every creation
 */
public record FieldChange(FieldValue from, FieldValue to) {}
