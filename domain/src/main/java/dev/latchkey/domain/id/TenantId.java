package dev.latchkey.domain.id;

/** Identifies a tenant. */
public record TenantId(long value) implements Id {
  public TenantId {
    Id.requirePositive(value);
  }
}
