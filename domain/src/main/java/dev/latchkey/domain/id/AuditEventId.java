package dev.latchkey.domain.id;

/** Identifies an audit event. */
public record AuditEventId(long value) implements Id {
  public AuditEventId {
    Id.requirePositive(value);
  }
}
